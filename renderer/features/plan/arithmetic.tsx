import { Link } from 'wouter';
import { priceOfLine, wanOf, type Benefit, type SavingLine } from '#assessments/planning/benefit.ts';
import type { CostOf } from '#assessments/planning/cost-of.ts';
import { streamsOf } from '#assessments/planning/flows.ts';
import type { Offer } from '#assessments/planning/offer.ts';
import type { PlannedMill } from '#assessments/planning/planned-mill.ts';
import { timesOf, type Units } from '#assessments/planning/units.ts';
import { shownWaterCost } from '#assessments/reporting/mill-money.ts';
import { percent, wan } from '#assessments/reporting/plan-text.ts';
import { computed, grouped } from '#assessments/reporting/shown-figure.ts';
import { waterArgument } from '#assessments/reporting/water-argument.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { FACT_MAXIMA, FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { needsVerification, type Mark } from '#assessments/schema/marks.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { Quote } from '#assessments/schema/plan.ts';
import { factsPath, stepPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FigureField } from '../enterprise/figure-field.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

/** Source and mark of a figure of the catalogue. */
export function useOrigin() {
  const { say, pick } = useWords();
  return (source: string | null, mark: Mark) =>
    `${source === null ? say('our-estimate') : pick(catalogue.sources[source]?.title)}${needsVerification(mark) ? ` · ${say('reference-value')}` : ''}`;
}

interface CostArithmeticProps {
  readonly measure: Measure;
  readonly units: Units | null;
  readonly cost: CostOf;
  readonly quotes: readonly Quote[];
  readonly mill: PlannedMill;
}

/** `3 台 × 35 万元 = 105 万元`: how the cost comes about, what it rests on, and the number that a typical one stands in for. */
export function CostArithmetic({ measure, units, cost, quotes, mill }: CostArithmeticProps) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  const texts = usePlanTexts();
  const origin = useOrigin();
  const { fixed, per, basis, source, mark } = measure.cost;
  if (cost.origin === 'quote')
    return (
      <>
        <p>
          {say('cost-by-quotes', {
            quotes: [...quotes]
              .sort((a, b) => a.wan - b.wan)
              .map((quote) => `${quote.supplier} ${wan(quote.wan)}`)
              .join(say('list-separator')),
            planned: wan(cost.planned),
          })}
        </p>
        <small>{say('cost-range', { planned: wan(cost.planned), low: wan(cost.low), high: wan(cost.high) })}</small>
      </>
    );
  const parts = [...(fixed.planned > 0 || per === null ? [say('cost-fixed', { amount: wan(fixed.planned) })] : [])];
  if (per !== null) parts.push(grown(per));
  return (
    <>
      <p>
        {parts.join(' + ')} = <b>{texts.wan(cost.planned)}</b>
        {cost.isSized ? null : <Asked measure={measure} />}
      </p>
      <small>{say('cost-low-high', { low: wan(cost.low), high: wan(cost.high) })}</small>
      <small>{pick(basis)}</small>
      <small>
        {say(`cost-origin-${cost.origin}`)} · {origin(source, mark)}
      </small>
    </>
  );

  function grown({ per: each, wan: price }: NonNullable<Measure['cost']['per']>): string {
    const { times } = timesOf(each, units, mill.mill.facts.now, mill.size);
    if (each.kind === 'mill') return texts.wan(price.planned);
    const typical = cost.isSized ? '' : '＊';
    if (each.kind === 'unit')
      return say('cost-units', {
        count: computed(times),
        unit: unitOf(measure),
        mark: typical,
        each: computed(price.planned),
      });
    return say('cost-per-fact', {
      fact: pick(factSheet[each.fact].label),
      value: computed(times * each.each),
      unit: words.unit(FACT_UNITS[each.fact]),
      mark: typical,
      each: grouped(each.each),
      price: computed(price.planned),
    });
  }

  function unitOf({ scope }: Measure): string {
    const kind = knownIds.machines.get(scope?.kinds[0] ?? '');
    return words.unit(kind?.unit ?? 'machine');
  }
}

/** Asks for the number that a typical one stands in for: a figure of the year right here, machines where machines are entered. */
function Asked({ measure: { scope, cost } }: { readonly measure: Measure }) {
  const { say, pick } = useWords();
  const { dossier, diagnosis, record, readOnly } = useRecord();
  if (cost.per?.per.kind === 'fact') {
    const { fact } = cost.per.per;
    const most = FACT_MAXIMA[fact];
    return (
      <fieldset className="asked" disabled={readOnly}>
        <FigureField
          label={say('typical-ask', { fact: pick(factSheet[fact].label) })}
          value={undefined}
          {...(most === undefined ? {} : { most })}
          onCommit={(value) =>
            value !== null && record.facts(diagnosis.year, (before) => ({ ...before, [fact]: value }))
          }
        />
      </fieldset>
    );
  }
  const kinds = (scope?.kinds ?? []).map((id) => pick(knownIds.machines.get(id)?.name)).join(say('list-separator'));
  return (
    <span className="asked">
      {say('typical-machines', { kinds })} <Link href={factsPath(dossier.id, 'machines')}>{say('to-register')}</Link>
    </span>
  );
}

interface BenefitArithmeticProps {
  readonly measure: Measure;
  /** As it is on offer at this mill; null where it is not. */
  readonly offer: Offer | null;
  readonly lines: readonly SavingLine[];
  readonly benefit: Benefit | null;
  readonly mill: PlannedMill;
}

/** `8,200 GJ × 58 元/GJ = 47.6 万元/年`, a line each, and their sum with its cautious value; what has no price is said. */
export function BenefitArithmetic({ measure, offer, lines, benefit, mill }: BenefitArithmeticProps) {
  const { say, pick, language } = useWords();
  const { dossier } = useRecord();
  const words = wordsIn(language);
  const texts = usePlanTexts();
  const origin = useOrigin();
  const argument = offer === null ? '' : waterArgument(offer, lines, shownWaterCost(mill.mill, mill.catalogue), words);
  if (lines.length === 0) {
    const missing = missingUse(measure, mill).map((fact) => pick(factSheet[fact].label));
    return missing.length === 0 ? (
      <p>{say('no-benefit-line')}</p>
    ) : (
      <p>
        {say('no-use-known', { facts: missing.join(say('list-separator')) })}{' '}
        <Link href={stepPath(dossier.id, 'facts')}>{say('to-facts')}</Link>
      </p>
    );
  }
  return (
    <>
      {lines.map((line, i) => (
        <p key={i}>
          {lineText(line)}
          {line.priceOrigin === 'reference' ? <span className="mark"> {say('price-reference')}</span> : null}
          {line.price === null ? <Link href={stepPath(dossier.id, 'facts')}> {say('to-facts')}</Link> : null}
          {shareText(line) === '' ? null : <small>{shareText(line)}</small>}
          {line.origin === null ? null : (
            <small>
              {pick(line.origin.basis)} {origin(line.origin.source, line.origin.mark)}
            </small>
          )}
        </p>
      ))}
      {argument === '' ? null : <p>{argument}</p>}
      <p>
        <b>{texts.yearlyRange(benefit)}</b>
        {benefit === null ? null : <small>{say('cautious-why', { cautious: texts.cautious(benefit) })}</small>}
      </p>
    </>
  );

  function lineText(line: SavingLine): string {
    const { fact, quantity, price } = line;
    const amount = wan(wanOf(line, quantity.planned));
    const what = nameOfLine(line);
    if (fact === 'fee' || fact.startsWith('loss.')) return say('line-money', { what, amount });
    if (fact === 'other') return say('line-yuan', { what, yuan: computed(quantity.planned), amount });
    const unit = words.unit(fact === 'water.intake' ? 'm3' : FACT_UNITS[fact]);
    const size = computed(Math.abs(quantity.planned));
    const priced = priceOfLine(line);
    if (price === null)
      return say('line-unpriced', { what, size, unit, price: priced === null ? '' : pick(factSheet[priced].label) });
    return say(quantity.planned < 0 ? 'line-adds' : fact === 'energy.renewable.pv' ? 'line-makes' : 'line-saves', {
      what,
      size,
      unit,
      price: computed(price),
      priceUnit: priced === null ? '' : words.unit(FACT_UNITS[priced]),
      amount,
      origin: say(line.priceOrigin === 'mill' ? 'price-mill' : 'price-regional'),
    });
  }

  function nameOfLine({ fact, what }: SavingLine): string {
    if (fact === 'fee') return say('line-fee');
    if (fact === 'other') return pick(what ?? undefined) || say('line-other');
    if (fact === 'water.intake') return say('line-water');
    if (fact === 'people.employees') return say('line-people');
    return pick(factSheet[fact].label);
  }

  /** How large the saving is of what the mill uses, so that it can be judged at a glance. */
  function shareText({ fact, quantity }: SavingLine): string {
    const { use } = mill.flows;
    const whole =
      fact === 'water.intake'
        ? use.water
        : fact.startsWith('energy.') || fact.startsWith('loss.')
          ? (mill.mill.facts.now[fact as NumericFactId] ?? null)
          : null;
    if (whole === null || whole === 0 || quantity.planned <= 0 || fact === 'energy.renewable.pv') return '';
    const unit = words.unit(fact === 'water.intake' ? 'm3' : FACT_UNITS[fact as NumericFactId]);
    return say('line-share', { whole: computed(whole), unit, share: percent(quantity.planned / whole) });
  }
}

const USE_OF = { water: 'water.intake.town', electricity: 'energy.electricity', heat: 'energy.steam' } as const;

/** Facts of which the measure saves a share and that nobody gave. */
function missingUse({ effects }: Measure, { flows, mill }: PlannedMill): NumericFactId[] {
  const facts = effects.flatMap((effect): NumericFactId[] => {
    if (effect.kind === 'loss')
      return mill.facts.now[`loss.${effect.loss}`] === undefined ? [`loss.${effect.loss}`] : [];
    if (effect.kind !== 'flow') return [];
    return streamsOf(effect.flow).every((stream) => flows.use[stream] === null) ? [USE_OF[effect.flow]] : [];
  });
  return [...new Set(facts)];
}
