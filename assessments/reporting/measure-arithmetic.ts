import { priceOfLine, wanOf, type Benefit, type SavingLine } from '../planning/benefit.ts';
import { FACT_OF, streamsOf } from '../planning/flows.ts';
import type { Offer } from '../planning/offer.ts';
import type { PlannedMill } from '../planning/planned-mill.ts';
import { timesOf } from '../planning/units.ts';
import { FACT_UNITS } from '../schema/facts.ts';
import { needsVerification } from '../schema/marks.ts';
import { CONNECTIONS, type Scope } from '../schema/measure.ts';
import type { Quote } from '../schema/plan.ts';
import { percent, rangeText, starIf, wan } from './plan-text.ts';
import type { Mill } from './report-input.ts';
import { computed, grouped } from './shown-figure.ts';
import { textId, type TextId, type Words } from './words.ts';

/** A mill in words with what its plan is reckoned with. */
export interface Reckoned {
  readonly mill: Mill;
  readonly by: Pick<PlannedMill, 'size' | 'flows'>;
}

/** The machines that a measure works on: how many there are, how many lack it, and whether the register says so; empty where it works on none. */
export function unitsText({ measure: { scope }, units }: Offer, { mill, by }: Reckoned): string {
  if (scope === null || units === null) return '';
  const { words } = mill;
  const values = {
    kind: kindText(scope, mill),
    unit: machineUnit(scope, mill),
    count: grouped(units.count),
    lacking: computed(units.lacking),
    feature: featureText(scope, mill),
    size: words.say(textId('size-', by.size)),
  };
  if (!units.isCounted) return words.say('units-typical', values);
  if (scope.lacks === null) return words.say('units-all', values);
  return words.say(units.isKnown ? 'units-lacking' : 'units-unsure', values);
}

/** The sum that the cost is: `3台×35万元＝105万元`, a line each; quotes with their median where there are any. */
export function costArithmetic(offer: Offer, quotes: readonly Quote[], { mill, by }: Reckoned): string[] {
  const { words } = mill;
  const { measure, units, cost } = offer;
  if (quotes.length > 0) return [quotesText(quotes, cost.planned, words)];
  const { fixed, per, basis } = measure.cost;
  const star = starIf(cost.origin === 'estimate' || !cost.isSized, words);
  const sum = rangeText(cost, words);
  if (per === null) return [words.say('cost-once', { sum, star }), words.pick(basis)];
  const { times } = timesOf(per.per, units, mill.facts.now, by.size);
  const factor =
    per.per.kind === 'unit'
      ? words.say('cost-units', {
          count: computed(times),
          unit: measure.scope === null ? '' : machineUnit(measure.scope, mill),
        })
      : per.per.kind === 'fact'
        ? words.say('cost-per-fact', {
            fact: words.pick(mill.fact(per.per.fact)?.label),
            amount: computed(times * per.per.each),
            unit: words.unit(FACT_UNITS[per.per.fact]),
            each: grouped(per.per.each),
          })
        : '1';
  return [
    words.say(fixed.planned === 0 ? 'cost-grown' : 'cost-fixed-grown', {
      factor,
      each: computed(per.wan.planned),
      fixed: wan(fixed.planned),
      sum,
      star,
    }),
    ...(cost.isSized ? [] : [words.say('plan-cost-typical', { size: words.say(textId('size-', by.size)) })]),
    words.pick(basis),
  ];
}

function quotesText(quotes: readonly Quote[], planned: number, words: Words): string {
  const list = words.list(
    quotes.map(({ supplier, wan: amount, on }) =>
      on === undefined
        ? words.say('quote', { supplier, amount: wan(amount) })
        : words.say('quote-dated', { supplier, amount: wan(amount), on }),
    ),
  );
  return words.say(quotes.length === 1 ? 'quotes-one' : 'quotes-median', {
    count: quotes.length,
    list,
    planned: wan(planned),
  });
}

/** Quantity × price = money, a line for each saving; then the sum with its range and the cautious value where there are several. */
export function savingTexts(lines: readonly SavingLine[], benefit: Benefit | null, reckoned: Reckoned): string[] {
  const { words } = reckoned.mill;
  const texts = lines.map((line) => savingText(line, reckoned));
  if (benefit === null) return texts;
  const sum = words.say('saving-sum', { sum: rangeText(benefit, words), cautious: wan(benefit.cautious) });
  return [...texts, sum];
}

function savingText(line: SavingLine, reckoned: Reckoned): string {
  const { mill } = reckoned;
  const { words } = mill;
  const { fact, quantity, price, priceOrigin } = line;
  const values = {
    what: savedName(line, mill),
    quantity: computed(Math.abs(quantity.planned)),
    unit: savedUnit(line, words),
    amount: wan(wanOf(line, quantity.planned)),
    origin: words.say(priceOrigin === 'reference' ? 'price-reference' : 'price-own'),
    star: starIf(line.origin !== null && needsVerification(line.origin.mark), words),
  };
  if (fact === 'fee' || fact === 'other') return words.say('saving-money', values);
  const whole = wholeOf(line, reckoned);
  if (fact.startsWith('loss.'))
    return words.say('saving-loss', {
      ...values,
      whole: wan(whole ?? 0),
      share: percent(whole === null ? 0 : quantity.planned / whole),
    });
  const share =
    whole === null || quantity.planned <= 0
      ? ''
      : words.say('saving-share', { share: percent(quantity.planned / whole) });
  const isAdded = quantity.planned < 0;
  if (price === null)
    return words.say(isAdded ? 'saving-added-unpriced' : 'saving-unpriced', {
      ...values,
      share,
      price: missingPrice(line, mill),
    });
  const way = isAdded ? 'saving-added' : fact === 'energy.renewable.pv' ? 'saving-generated' : 'saving-priced';
  return words.say(way, { ...values, share, price: computed(price), priceUnit: priceUnit(line, words) });
}

/** What the mill has of a thing in all, in the unit of its fact; null where that says nothing. */
function wholeOf({ fact }: SavingLine, { mill, by }: Reckoned): number | null {
  if (fact.startsWith('loss.')) return mill.facts.now[fact as 'loss.rework'] ?? null;
  const stream = (['water', 'electricity', 'steam', 'gas', 'coal'] as const).find((one) => FACT_OF[one] === fact);
  return stream === undefined ? null : by.flows.use[stream] || null;
}

const NAMES: Readonly<Partial<Record<SavingLine['fact'], TextId>>> = {
  'water.intake': 'saved-water',
  'water.intake.town': 'saved-water',
  'water.wastewater.discharged': 'saved-wastewater',
  'energy.electricity': 'saved-electricity',
  'energy.steam': 'saved-steam',
  'energy.gas': 'saved-gas',
  'energy.coal': 'saved-coal',
  'energy.renewable.pv': 'saved-pv',
  'people.employees': 'saved-people',
  fee: 'saved-fee',
};

/** What is saved or used more, in words. */
export function savedName({ fact, what }: SavingLine, { words, fact: text }: Mill): string {
  const name = NAMES[fact];
  return name !== undefined ? words.say(name) : what !== null ? words.pick(what) : words.pick(text(fact)?.label);
}

export function savedUnit({ fact }: Pick<SavingLine, 'fact'>, words: Words): string {
  if (fact === 'fee' || fact === 'other') return words.say('unit-yuan');
  return words.unit(fact === 'water.intake' ? 'm3' : FACT_UNITS[fact]);
}

export function priceUnit({ fact }: Pick<SavingLine, 'fact'>, words: Words): string {
  if (fact === 'people.employees') return words.say('unit-person-year');
  const price = priceOfLine({ fact });
  return price === null ? '' : words.unit(FACT_UNITS[price]);
}

/** The name of the price that a line lacks; empty where it lacks none. */
function missingPrice({ fact, price }: SavingLine, { words, fact: text }: Mill): string {
  const needed = priceOfLine({ fact });
  return price !== null || needed === null ? '' : words.pick(text(needed)?.label);
}

/** Why a benefit is not priced: which price, use or loss is missing, or that nothing of it can be priced. */
export function unpricedText(offer: Offer | null, lines: readonly SavingLine[], { mill, by }: Reckoned): string {
  const { words } = mill;
  const prices = lines.map((line) => missingPrice(line, mill)).filter((text) => text !== '');
  const facts = (offer?.measure.effects ?? []).flatMap((effect) => {
    if (effect.kind === 'loss' && mill.facts.now[`loss.${effect.loss}`] === undefined)
      return [words.pick(mill.fact(`loss.${effect.loss}`)?.label)];
    const streams = effect.kind === 'flow' ? streamsOf(effect.flow) : [];
    const isUnknown = streams.length > 0 && streams.every((stream) => by.flows.use[stream] === null);
    return effect.kind === 'flow' && isUnknown ? [words.say(textId('flow-', effect.flow))] : [];
  });
  const missing = [...new Set([...prices, ...facts])];
  return missing.length === 0
    ? words.say('unpriced-none')
    : words.say('unpriced-missing', { list: words.list(missing) });
}

function kindText({ kinds }: Scope, { context, words }: Mill): string {
  return kinds.map((kind) => words.pick(context.machines.get(kind)?.name) || kind).join(words.say('kind-or'));
}

/** In what the machines of a scope are counted. */
export function machineUnit({ kinds: [kind = ''] }: Scope, { context, words }: Mill): string {
  return words.unit(context.machines.get(kind)?.unit ?? 'machine');
}

function featureText({ kinds: [kind = ''], lacks }: Scope, { context, words }: Mill): string {
  if (lacks === null) return '';
  const connection = CONNECTIONS.find((one) => one === lacks);
  if (connection !== undefined) return words.say(textId('lacks-', connection));
  return words.pick(context.machines.get(kind)?.features.get(lacks)?.name) || lacks;
}
