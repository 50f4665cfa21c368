import { waterBalance as balanceOf, type WaterBalance, type WaterFlow } from '../../indicators/water-balance.ts';
import { reuseRate } from '../../indicators/rates.ts';
import { percent } from '../plan-text.ts';
import type { FigureBlock } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { computed, grouped } from '../shown-figure.ts';
import { textId } from '../words.ts';
import { sankey, wayBack, type Band, type Part } from './sankey.ts';

/** What the balance is drawn from. */
export type WaterMill = Pick<Mill, 'facts' | 'words' | 'fact'>;

/**
 * `Mill → FigureBlock | null`. Where the water of the year comes from and where it goes, m3, band widths to scale; what comes
 * round again stands on both sides, and what is not measured is one remainder, with no guess at what it is made of. Null
 * where the facts do not make a balance (indicators/water-balance.ts).
 */
export function waterBalance(mill: WaterMill): FigureBlock | null {
  const balance = balanceOf(mill.facts.now);
  if (balance === null) return null;
  const { words } = mill;
  const again = sum(balance.reused);
  const into = [
    ...balance.sources.map((flow) => bandOf(flow, 'flow', balance, mill)),
    ...balance.reused.map((flow) => bandOf(flow, 'again', balance, mill)),
  ];
  const out = outOf(balance, again, mill);
  const drawn = sankey(into, partsOf(balance, again, mill), out);
  const back =
    again === 0
      ? { shapes: [], bottom: drawn.bottom }
      : wayBack(
          drawn,
          words.say('water-back', { m3: grouped(again), share: computed(reuseRate(mill.facts.now) ?? 0) }),
        );
  return {
    kind: 'figure',
    figure: {
      width: 480,
      height: back.bottom + 2,
      description: words.say('water-description', {
        taken: grouped(balance.takenIn),
        discharged: balance.discharged === null ? words.say('unknown') : grouped(balance.discharged),
        again: grouped(again),
        rest: grouped(balance.remainder),
      }),
      shapes: [...drawn.shapes, ...back.shapes],
    },
    caption: words.say('water-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('water-column-side'), width: 20 },
        { title: words.say('water-column-flow'), width: 50 },
        { title: words.unit('m3'), width: 30, align: 'right' },
      ],
      rows: [
        ...into.map((band) => ({ cells: [words.say('water-in'), band.label, grouped(band.amount)] })),
        ...out.map((band) => ({ cells: [words.say('water-out'), band.label, grouped(band.amount)] })),
      ],
    },
  };
}

function bandOf({ fact, m3 }: WaterFlow, look: Band['look'], { takenIn }: WaterBalance, mill: WaterMill): Band {
  const { words } = mill;
  const value = look === 'again' ? grouped(m3) : shareText(m3, takenIn, mill);
  return { label: words.pick(mill.fact(fact)?.label), value, amount: m3, look };
}

function shareText(m3: number, takenIn: number, { words }: WaterMill): string {
  return words.say('water-share', { m3: grouped(m3), share: percent(m3 / takenIn) });
}

/** Where it goes: discharge, what is not the mill's own use, the gap between meters, what is left, and what comes round again. */
function outOf(balance: WaterBalance, again: number, mill: WaterMill): Band[] {
  const { discharged, excluded, betweenMeters, remainder, takenIn } = balance;
  const { words } = mill;
  const band = (label: string, m3: number, look: Band['look']): Band[] =>
    m3 <= 0 ? [] : [{ label, value: shareText(m3, takenIn, mill), amount: m3, look }];
  const destination = mill.facts.now['water.destination'];
  return [
    ...band(
      destination === undefined
        ? words.say('water-discharged')
        : words.say('water-discharged-to', { where: words.say(textId('destination-', destination)) }),
      discharged ?? 0,
      'flow',
    ),
    ...band(words.say('water-excluded'), excluded, 'flow'),
    ...band(words.say('water-between-meters'), betweenMeters ?? 0, 'unknown'),
    ...band(words.say(discharged === null ? 'water-rest-and-discharge' : 'water-rest'), remainder, 'unknown'),
    ...(again === 0
      ? []
      : [{ label: words.say('water-again'), value: grouped(again), amount: again, look: 'again' as const }]),
  ];
}

/** The whole of what passes, and of it what cools where that is known. */
function partsOf({ cooling, takenIn }: WaterBalance, again: number, { words }: WaterMill): Part[] {
  const all = takenIn + again;
  const part = (label: string, amount: number): Part => ({ lines: [label, grouped(amount)], amount });
  if (cooling === null || cooling >= all) return [part(words.say('water-whole'), all)];
  return [part(words.say('water-other-uses'), all - cooling), part(words.say('water-cooling'), cooling)];
}

function sum(flows: readonly WaterFlow[]): number {
  return flows.reduce((total, { m3 }) => total + m3, 0);
}
