import type { ContentSlide, FigurePart } from '../deck-document.ts';
import { benefitWaterfall } from '../figures/benefit-waterfall.ts';
import { percent, wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { PRICE_FACTORS, REALISED_SHARES, sensitivityOf, type SensitivityCase } from '../sensitivity.ts';
import type { Words } from '../words.ts';
import { remarkNotes } from './remark-notes.ts';

/** What the plan costs and brings, when it has paid for itself, and what that hangs on. */
export function moneySlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { plan } = planned;
  const cases = sensitivityOf(planned);
  return {
    kind: 'content',
    title: titleOf(planned),
    lead: cases === null ? words.say('money-unpriced', { name: mill.name }) : sensitivityText(cases, words),
    parts: waterfall(mill),
    source: words.say('deck-money-source', { share: percent(plan.estimatedShare), star: words.say('star') }),
    notes: [...remarkNotes('money', mill), words.say('deck-money-notes'), ...casesText(cases ?? [], words)],
  };
}

/** Where the benefit comes from, as the report draws it. */
function waterfall(mill: Mill): FigurePart[] {
  const block = benefitWaterfall(mill);
  return block === null ? [] : [{ kind: 'figure', figure: block.figure, caption: block.caption }];
}

function titleOf({ mill: { words }, plan: { cost, benefit, payback } }: PlannedMill): string {
  const values = { cost: wan(cost.planned), benefit: benefit === null ? '' : wan(benefit.planned) };
  if (benefit === null) return words.say('deck-money-title-unpriced', values);
  const { planned = null, cautious = null } = payback ?? {};
  if (planned === null) return words.say('deck-money-title-never', values);
  const years = { ...values, years: yearsText(planned, words) };
  return cautious === null
    ? words.say('deck-money-title-unless', years)
    : words.say('deck-money-title', { ...years, slow: yearsText(cautious, words) });
}

/** Benefit a year and payback for each price and each realised share, a line each. */
function casesText(cases: readonly SensitivityCase[], words: Words): string[] {
  return cases.map(({ price, realised, benefitWan, paybackYears }) =>
    words.say('deck-sensitivity-line', {
      price: percent(price),
      realised: percent(realised),
      benefit: wan(benefitWan),
      years: yearsText(paybackYears, words),
    }),
  );
}

const [CHEAP] = PRICE_FACTORS;
const [, HALF] = REALISED_SHARES;

/** What becomes of the benefit if prices fall, if less of the savings comes true, and if both happen. */
function sensitivityText(cases: readonly SensitivityCase[], words: Words): string {
  const at = (price: number, realised: number) => cases.find((one) => one.price === price && one.realised === realised);
  const [cheap, half, both] = [at(CHEAP, 1), at(1, HALF), at(CHEAP, HALF)];
  if (cheap === undefined || half === undefined || both === undefined) return '';
  return words.say('deck-money-lead', {
    drop: percent(1 - CHEAP),
    cheap: wan(cheap.benefitWan),
    share: percent(HALF),
    half: wan(half.benefitWan),
    both: wan(both.benefitWan),
    years: yearsText(both.paybackYears, words),
  });
}
