import { plannedMill } from '#assessments/planning/planned-mill.ts';
import type { TooLittleKnown } from '#assessments/planning/kept-view.ts';
import type { Overrun } from '#assessments/planning/plan-of.ts';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { useRecord } from '../../app/use-record.ts';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { useWords } from '../../i18n/use-words.ts';
import { BenefitArithmetic, CostArithmetic } from './arithmetic.tsx';
import { Fact } from './fact.tsx';
import { UnknownList } from './unknown-list.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

/** Why there is no plan yet: the questions and figures that it needs, and measures that may be talked about before. */
export function TooLittleKnownForPlan({ refused: { missing, candidates } }: { readonly refused: TooLittleKnown }) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const texts = usePlanTexts();
  const planned = plannedMill(mill, catalogue);
  return (
    <section className="refused">
      <aside className="callout ground-warning">
        <strong>{say('refused-too-little')}</strong>
        <p>{say('refused-too-little-why')}</p>
      </aside>
      <h2>{say('refused-missing', { count: missing.length })}</h2>
      <UnknownList unknowns={missing} />
      {candidates.length === 0 ? null : (
        <>
          <h2>{say('candidates')}</h2>
          <p className="hint">{say('candidates-hint')}</p>
          {candidates.map(({ offer, benefit, lines, payback }) => (
            <details key={offer.measure.id} className="candidate">
              <summary>
                <b>{pick(offer.measure.name)}</b>{' '}
                <small>
                  {[
                    texts.wan(offer.cost.planned),
                    texts.yearly(benefit),
                    benefit === null ? '' : texts.paybackShort(payback),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </small>
              </summary>
              <p>{texts.what(offer.measure, mill.dossier.enterprise.subSectors)}</p>
              <dl className="measure-facts">
                <Fact term={say('plan-cost')}>
                  <CostArithmetic
                    measure={offer.measure}
                    units={offer.units}
                    cost={offer.cost}
                    quotes={[]}
                    mill={planned}
                  />
                </Fact>
                <Fact term={say('benefit-alone')}>
                  <BenefitArithmetic
                    measure={offer.measure}
                    offer={offer}
                    lines={lines}
                    benefit={benefit}
                    mill={planned}
                  />
                </Fact>
                <Fact term={say('payback')}>
                  {benefit === null ? say('payback-unpriced') : texts.payback(payback)}
                  {benefit === null ? null : <small>{texts.paybackCautious(payback)}</small>}
                </Fact>
              </dl>
            </details>
          ))}
        </>
      )}
    </section>
  );
}

/** By how much what must be in the plan breaks money or people, and what excludes each other. */
export function DoesNotFit({ over: { costWan, months, excludes } }: { readonly over: Overrun }) {
  const { say } = useWords();
  const texts = usePlanTexts();
  return (
    <aside className="callout ground-bad" role="alert">
      <strong>{say('plan-does-not-fit')}</strong>
      <ul>
        {costWan > 0 ? <li>{say('over-money', { amount: wan(costWan) })}</li> : null}
        {months > 0 ? <li>{say('over-months', { months: grouped(rounded(months)) })}</li> : null}
        {excludes.map(([one, other]) => (
          <li key={`${one} ${other}`}>
            {say('over-excludes', { one: texts.nameOfId(one), other: texts.nameOfId(other) })}
          </li>
        ))}
      </ul>
      <p>{say('over-what-to-do')}</p>
    </aside>
  );
}
