import { flowsOf } from '../../planning/flows.ts';
import { energyKgce } from '../../indicators/sums.ts';
import type { Flow } from '../../schema/measure.ts';
import { catalogueOf, type PriceReferences } from '../mill-money.ts';
import { percent } from '../plan-text.ts';
import type { FigureBlock, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { computed } from '../shown-figure.ts';
import { textId } from '../words.ts';
import { LETTER, letter, lettered, letteringWidth, wrapped } from './lettering.ts';

const WIDTH = 480;
const ROW = 15;
const BAR = 8;
const HEAD = 15;
const GAP = 16;
const FEWEST = 2;
const USES = ['electricity', 'heat'] as const satisfies readonly Flow[];

/** A part of a whole. */
interface Part {
  readonly label: string;
  /** 0..1 of the whole; negative where it is taken off. */
  readonly share: number;
  readonly value: string;
}

interface Group {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly isEstimate: boolean;
}

/**
 * `Mill → FigureBlock | null`. The energy of the year by carrier, tonnes of standard coal, as the facts and the factors of the
 * pack make it; below, what electricity and heat go into by the shares of the sub-sector that the plan reckons with, which are
 * estimates and marked so. Null where energy is not known, or comes by one carrier and nothing is known of its uses.
 */
export function energySplit(mill: Mill, references: PriceReferences | null = catalogueOf(mill)): FigureBlock | null {
  const { words } = mill;
  const carriers = carriersOf(mill);
  if (carriers === null) return null;
  const uses = references === null ? [] : USES.flatMap((flow) => usesOf(flow, mill, references));
  if (carriers.parts.length < FEWEST && uses.length === 0) return null;
  const { shapes, bottom } = drawn(carriers, uses);
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: bottom + 2,
      description: words.say('energy-description', {
        list: words.list(carriers.parts.map(({ label, value }) => `${label} ${value}`)),
      }),
      shapes,
    },
    caption: words.say(uses.length === 0 ? 'energy-caption-carriers' : 'energy-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('energy-column-of'), width: 34 },
        { title: words.say('energy-column-part'), width: 36 },
        { title: words.say('energy-column-value'), width: 30, align: 'right' },
      ],
      rows: [carriers, ...uses].flatMap(({ title, parts }) =>
        parts.map(({ label, value }) => ({ cells: [title, label, value] })),
      ),
    },
  };
}

function carriersOf(mill: Mill): Group | null {
  const { green, facts, words, fact: text } = mill;
  const total = energyKgce(facts.now, green.energy);
  if (total === null || total === 0) return null;
  const part = (fact: (typeof green.energy.carriers)[number], sign: number): Part[] => {
    const kgce = sign * (facts.now[fact.fact] ?? 0) * fact.kgcePerUnit;
    if (kgce === 0) return [];
    const value = words.say('energy-carrier', { tce: computed(kgce / 1000), share: percent(kgce / total) });
    return [{ label: words.pick(text(fact.fact)?.label), share: kgce / total, value }];
  };
  return {
    title: words.say('energy-carriers', { tce: computed(total / 1000) }),
    parts: [
      ...green.energy.carriers.flatMap((factor) => part(factor, 1)).sort((a, b) => b.share - a.share),
      ...green.energy.sold.flatMap((factor) => part(factor, -1)),
    ],
    isEstimate: false,
  };
}

/** What a flow goes into; nothing where the mill uses none of it or its sub-sectors have no shares. */
function usesOf(
  flow: (typeof USES)[number],
  { facts, dossier, green, words }: Mill,
  references: PriceReferences,
): Group[] {
  const { use, split } = flowsOf(facts.now, dossier.enterprise.subSectors, green.energy, references);
  const isUsed =
    flow === 'electricity'
      ? (use.electricity ?? 0) > 0
      : [use.steam, use.gas, use.coal].some((amount) => (amount ?? 0) > 0);
  if (!isUsed || split[flow].size === 0) return [];
  return [
    {
      title: words.say(textId('energy-uses-', flow)),
      parts: [...split[flow]]
        .sort(([, a], [, b]) => b - a)
        .map(([id, share]) => ({
          label: words.pick(references.endUseNames.get(id)),
          share,
          value: words.say('energy-use', { share: percent(share), star: words.say('star') }),
        })),
      isEstimate: true,
    },
  ];
}

function drawn(carriers: Group, uses: readonly Group[]): { readonly shapes: Shape[]; readonly bottom: number } {
  const first = groupShapes(carriers, { x: 0, width: WIDTH, label: 118, top: 2 });
  const width = (WIDTH - GAP) / 2;
  const below = uses.map((group, i) =>
    groupShapes(group, { x: i * (width + GAP), width, label: 136, top: first.bottom + 6 }),
  );
  return {
    shapes: [...first.shapes, ...below.flatMap(({ shapes }) => shapes)],
    bottom: Math.max(first.bottom, ...below.map(({ bottom }) => bottom)),
  };
}

interface Place {
  readonly x: number;
  readonly width: number;
  /** Room for the labels. */
  readonly label: number;
  readonly top: number;
}

function groupShapes(
  { title, parts, isEstimate }: Group,
  { x, width, label, top }: Place,
): { readonly shapes: Shape[]; readonly bottom: number } {
  const value = Math.max(...parts.map((part) => letteringWidth(part.value, LETTER))) + 6;
  const scale = (width - label - value) / Math.max(...parts.map(({ share }) => Math.abs(share)), 1e-9);
  return {
    shapes: [
      letter(title, x, top + LETTER, { strong: true, color: 'ink' }),
      ...parts.flatMap((part, i) => {
        const y = top + HEAD + i * ROW + ROW / 2;
        const length = Math.max(Math.abs(part.share) * scale, 0.8);
        return [
          ...lettered(wrapped(part.label, label - 6, 1), x + label - 6, y, { align: 'right' }),
          {
            kind: 'rect',
            x: x + label,
            y: y - BAR / 2,
            width: length,
            height: BAR,
            stroke: 'primary',
            strokeWidth: 0.6,
            ...(isEstimate ? { hatched: true } : { fill: part.share < 0 ? 'paper' : 'primary' }),
          } satisfies Shape,
          ...lettered([part.value], x + label + length + 4, y),
        ];
      }),
    ],
    bottom: top + HEAD + parts.length * ROW,
  };
}
