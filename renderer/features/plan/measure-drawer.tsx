import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Benefit, Payback, SavingLine } from '#assessments/planning/benefit.ts';
import type { CostOf } from '#assessments/planning/cost-of.ts';
import type { KeptView } from '#assessments/planning/kept-view.ts';
import { liftedBy } from '#assessments/planning/lifted-answers.ts';
import type { Offer } from '#assessments/planning/offer.ts';
import { computed, grouped } from '#assessments/reporting/shown-figure.ts';
import { needsVerification } from '#assessments/schema/marks.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import type { PlanItem } from '#assessments/schema/plan.ts';
import { rounded, shownScore } from '#assessments/scoring/shown-number.ts';
import { questionPath } from '../../app/question-path.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { BenefitArithmetic, CostArithmetic, useOrigin } from './arithmetic.tsx';
import { Fact } from './fact.tsx';
import { ItemEntries } from './item-entries.tsx';
import { Firm } from './phase-board.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

/** A measure as it stands in the plan, or as it would stand alone. */
export interface ShownMeasure {
  readonly id: string;
  readonly measure: Measure | null;
  readonly offer: Offer | null;
  /** Null for one that is not in the plan. */
  readonly item: PlanItem | null;
  readonly cost: CostOf;
  readonly benefit: Benefit | null;
  readonly lines: readonly SavingLine[];
  readonly payback: Payback | null;
}

interface MeasureDrawerProps {
  readonly shown: ShownMeasure;
  readonly view: KeptView;
  readonly firm: number | undefined;
  readonly onEdit: (part: Partial<PlanItem>) => void;
  readonly onRemove: () => void;
  /** The mill says that it never wants it, or that it has it already. */
  readonly onRule: (list: 'mustNot' | 'inPlace') => void;
  readonly onClose: () => void;
}

/** A measure with its arithmetic and the origin of every figure, its own effect, and what the enterprise makes of it. */
export function MeasureDrawer({ shown, view, firm, onEdit, onRemove, onRule, onClose }: MeasureDrawerProps) {
  const { say } = useWords();
  const { readOnly } = useRecord();
  const texts = usePlanTexts();
  const { item, measure, id } = shown;
  const title = measure === null && item !== null ? texts.name({ item, measure }) : texts.nameOfId(id);
  return (
    <Drawer
      title={title}
      onClose={onClose}
      actions={
        <>
          {item === null ? null : (
            <button type="button" disabled={readOnly} onClick={onRemove}>
              {say('remove-from-plan')}
            </button>
          )}
          {measure === null ? null : (
            <>
              <button type="button" disabled={readOnly} onClick={() => onRule('inPlace')}>
                {say('rule-inPlace')}
              </button>
              <button type="button" disabled={readOnly} onClick={() => onRule('mustNot')}>
                {say('rule-mustNot')}
              </button>
            </>
          )}
        </>
      }
    >
      <Firm share={firm} />
      {measure === null ? null : <MeasureFacts shown={shown} measure={measure} view={view} />}
      {item === null ? null : <ItemEntries item={item} hasCatalogue={measure !== null} onEdit={onEdit} />}
    </Drawer>
  );
}

function MeasureFacts({
  shown: { id, offer, item, cost, benefit, lines, payback },
  measure,
  view,
}: {
  readonly shown: ShownMeasure;
  readonly measure: Measure;
  readonly view: KeptView;
}) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const texts = usePlanTexts();
  const origin = useOrigin();
  const { sources } = catalogue;
  const names = (ids: readonly string[]) => (ids.length === 0 ? '—' : texts.names(ids));
  const closes = view.planned.find(({ item: one }) => one.id === id)?.closes ?? [];
  const reaches = measure.effects.filter((effect) => effect.kind === 'reaches');
  return (
    <>
      <p>{texts.what(measure, mill.dossier.enterprise.subSectors)}</p>
      <dl className="measure-facts">
        <Fact term={say('plan-cost')}>
          <CostArithmetic
            measure={measure}
            units={offer?.units ?? null}
            cost={cost}
            quotes={item?.quotes ?? []}
            mill={view.mill}
          />
        </Fact>
        <Fact term={say(item === null ? 'benefit-alone' : 'benefit-part')}>
          <BenefitArithmetic measure={measure} offer={offer} lines={lines} benefit={benefit} mill={view.mill} />
        </Fact>
        <Fact term={say('payback')}>
          {benefit === null ? say('payback-unpriced') : texts.payback(payback)}
          {benefit === null ? null : <small>{texts.paybackCautious(payback)}</small>}
        </Fact>
        <Fact term={say('own-effect')}>
          {closes.length === 0 ? null : <p>{say('closes-gates', { gates: closes.join(say('list-separator')) })}</p>}
          {pointsText(view.ownEffect(id))}
          <small>{say('own-effect-hint')}</small>
        </Fact>
        {item === null ? null : (
          <Fact term={say('whole-effect')}>
            {wholeText()}
            <small>{say('whole-effect-hint')}</small>
          </Fact>
        )}
        <Fact term={say('lifts')}>
          <ul>
            {liftedBy(measure, mill.questions).map((question) => (
              <li key={question}>
                <QuestionLink id={question} />
              </li>
            ))}
            {reaches.map((reach) => (
              <li key={reach.kpi}>
                {say('reaches', { kpi: reach.kpi, to: computed(reach.to) })}{' '}
                <small>
                  {pick(reach.basis)} {origin(reach.source, reach.mark)}
                </small>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term={say('duration')}>
          {say('months', { low: measure.months.range.low, high: measure.months.range.high })} ·{' '}
          {say('effort', { effort: measure.effort })}
          {needsVerification(measure.months.mark) ? <small>{say('reference-value')}</small> : null}
        </Fact>
        <Fact term={say('needs-first')}>{names(offer?.requires ?? measure.requires)}</Fact>
        {measure.excludes.length === 0 ? null : <Fact term={say('not-beside')}>{names(measure.excludes)}</Fact>}
        <Fact term={say('risk')}>{pick(measure.risk)}</Fact>
        <Fact term={say('guidance-proof')}>{measure.proof.map(pick).join(say('list-separator'))}</Fact>
        <Fact term={say('acceptance')}>{pick(measure.acceptance)}</Fact>
        <Fact term={say('cases')}>
          <Cases ids={measure.cases} />
        </Fact>
        <Fact term={say('provider')}>
          {say(`provider-${measure.provider}`)}
          {measure.service === null ? '' : ` · ${say(`service-${measure.service}`)}`}
        </Fact>
        <Fact term={say('training')}>{measure.training === null ? '—' : pick(measure.training)}</Fact>
        <Fact term={say('measure-sources')}>
          {measure.sources.map((source) => (
            <small key={source}>{pick(sources[source]?.title)}</small>
          ))}
          {needsVerification(measure.mark) ? <small>{say('reference-value')}</small> : null}
        </Fact>
      </dl>
    </>
  );

  function pointsText(points: Readonly<Partial<Record<PackId, number>>>): string {
    const parts = mill.pinned.flatMap((pack) => {
      const gain = rounded(points[pack] ?? 0);
      return gain === 0 ? [] : [say('points-of', { topic: pick(mill.packs[pack].shortName), points: signed(gain) })];
    });
    return parts.length === 0 ? say('no-effect') : parts.join(say('list-separator'));
  }

  function wholeText(): ReactNode {
    return mill.pinned.flatMap((pack) => {
      const [before, after] = [mill.scores.packs[pack]?.score, view.expected.scores.packs[pack]?.score];
      if (before == null || after == null) return [];
      return (
        <div key={pack}>
          {say('whole-points', {
            topic: pick(mill.packs[pack].shortName),
            before: shownScore(before),
            after: shownScore(after),
          })}
        </div>
      );
    });
  }
}

export function signed(value: number): string {
  return value > 0 ? `+${grouped(value)}` : grouped(value);
}

/** A question with the way to its card. */
export function QuestionLink({ id }: { readonly id: string }) {
  const { pick } = useWords();
  const { mill, dossier } = useRecord();
  const path = questionPath(dossier.id, id, mill.questions);
  if (path === null) return id;
  return (
    <>
      <Link href={path}>{id}</Link> {pick(mill.questions.get(id)?.stem)}
    </>
  );
}

/** Mills that did the like: evidence beside our arithmetic, never a figure of the plan. */
function Cases({ ids }: { readonly ids: readonly string[] }) {
  const { say, pick } = useWords();
  const origin = useOrigin();
  const cases = ids.flatMap((id) => catalogue.cases.get(id) ?? []);
  if (cases.length === 0) return say('cases-none');
  return (
    <>
      <small>{say('cases-hint')}</small>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            {[one.year === null ? '' : String(one.year), pick(one.mill), pick(one.did)]
              .filter((part) => part !== '')
              .join(say('clause-gap'))}
            <small>
              {[
                one.cost === null ? '' : say('case-cost', { cost: pick(one.cost) }),
                one.saved === null ? '' : say('case-saved', { saved: pick(one.saved) }),
                one.payback === null
                  ? ''
                  : say('years', { low: grouped(one.payback.low), high: grouped(one.payback.high) }),
                say(`case-${one.kind}`),
                origin(one.source, one.mark),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
