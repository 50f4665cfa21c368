import type { SavingLine } from '../planning/benefit.ts';
import { HEAT_STREAMS, FACT_OF } from '../planning/flows.ts';
import type { Offer } from '../planning/offer.ts';
import { WARMING_USES, type WaterCost } from '../planning/water-cost.ts';
import { starIf, wan } from './plan-text.ts';
import { grouped } from './shown-figure.ts';
import { rounded } from '../scoring/shown-number.ts';
import { textId, type Words } from './words.ts';

/** End uses of water that is warmed there. */
const WARM_WATER: readonly string[] = WARMING_USES.map((use) => use.replace('heat-', 'water-'));

/** Yuan to a hundredth, as prices stand. */
export function yuanText(yuan: number): string {
  return grouped(rounded(yuan, 2));
}

/**
 * What speaks for a measure that saves water: what a cubic metre costs this mill, with the heat in it where the water it saves is
 * warmed; then whether its benefit counts that heat. Empty where it saves none, or the cost has one part alone.
 */
export function waterArgument(
  { pull }: Pick<Offer, 'pull'>,
  lines: readonly SavingLine[],
  cost: WaterCost | null,
  words: Words,
): string {
  const saved = lines.find(({ fact, quantity }) => fact === 'water.intake' && quantity.planned > 0);
  if (saved === undefined || cost === null) return '';
  const isWarm = pull.shares.some(({ stream, use }) => stream === 'water' && WARM_WATER.includes(use));
  const parts = cost.parts.filter(({ kind }) => kind !== 'heat' || isWarm);
  if (parts.length < 2) return '';
  const yuan = parts.reduce((sum, part) => sum + part.yuan, 0);
  const values = {
    yuan: yuanText(yuan),
    star: starIf(
      parts.some(({ origin }) => origin !== 'mill'),
      words,
    ),
    parts: words.list(
      parts.map((part) =>
        words.say('water-cost-part', {
          part: words.say(textId('water-cost-', part.kind)),
          yuan: yuanText(part.yuan),
          star: starIf(part.origin !== 'mill', words),
        }),
      ),
    ),
    amount: wan((saved.quantity.planned * yuan) / 1e4),
  };
  if (!parts.some(({ kind }) => kind === 'heat')) return words.say('water-argument', values);
  const heatFacts = HEAT_STREAMS.map((stream) => FACT_OF[stream]);
  const countsHeat = lines.some(({ fact }) => heatFacts.some((one) => one === fact));
  return words.say(countsHeat ? 'water-argument-warm-counted' : 'water-argument-warm', values);
}
