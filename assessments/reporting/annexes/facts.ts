import { FACT_UNITS, NUMERIC_FACT_IDS, type ProductLine, type YearFacts } from '../../schema/facts.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { textId } from '../words.ts';
import { register } from './register.ts';

const OTHER_FACT_IDS = ['water.destination', 'water.has-cooling', 'water.has-steam'] as const;

/** The fact sheet of the year beside the year before, what is missing in it, and the machines and systems. */
export function factsChapter(mill: Mill): Block[] {
  const { words, name, diagnosis } = mill;
  const heading: Block = { kind: 'heading', level: 1, key: 'annex-facts', text: words.say('facts-heading') };
  const rows = factRows(mill);
  const { year } = diagnosis;
  if (rows.length === 0)
    return [heading, { kind: 'paragraph', text: words.say('facts-none', { name, year }) }, ...register(mill)];
  const missing = NUMERIC_FACT_IDS.filter((id) => mill.facts.now[id] === undefined);
  return [
    heading,
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            tone: 'muted' as const,
            text: words.say('facts-missing', {
              year,
              count: missing.length,
              list: words.list(missing.map((id) => label(id, mill))),
            }),
          },
        ]),
    {
      kind: 'table',
      columns: [
        { title: words.say('column-fact'), width: 46 },
        { title: String(year), width: 21, align: 'right' },
        { title: String(year - 1), width: 21, align: 'right' },
        { title: words.say('column-unit'), width: 12 },
      ],
      rows,
    },
    ...register(mill),
  ];
}

function label(id: string, { words, fact }: Mill): string {
  return words.pick(fact(id)?.label) || id;
}

function factRows(mill: Mill): TableRow[] {
  const { now, prior } = mill.facts;
  const ids = [...NUMERIC_FACT_IDS, ...OTHER_FACT_IDS].filter((id) => now[id] !== undefined || prior[id] !== undefined);
  const groups = [...new Set(ids.map((id) => groupOf(id, mill)))];
  const numeric = groups.flatMap((group) => [
    { band: true, cells: [group] },
    ...ids
      .filter((id) => groupOf(id, mill) === group)
      .map((id) => ({
        cells: [
          label(id, mill),
          shown(now, id, mill) ?? mill.words.say('unknown'),
          shown(prior, id, mill) ?? '—',
          unitOf(id, mill),
        ],
      })),
  ]);
  return [...numeric, ...productRows(mill)];
}

function groupOf(id: string, { fact, words }: Mill): string {
  return words.pick(fact(id)?.group);
}

function unitOf(id: string, { words }: Mill): string {
  return Object.hasOwn(FACT_UNITS, id) ? words.unit(FACT_UNITS[id as keyof typeof FACT_UNITS]) : '';
}

function shown(
  facts: YearFacts,
  id: (typeof NUMERIC_FACT_IDS)[number] | (typeof OTHER_FACT_IDS)[number],
  { words }: Mill,
): string | undefined {
  const value = facts[id];
  if (value === undefined) return undefined;
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no');
  return words.say(textId('destination-', value));
}

function productRows(mill: Mill): TableRow[] {
  const { words } = mill;
  const now = mill.facts.now['output.products'] ?? [];
  const prior = mill.facts.prior['output.products'] ?? [];
  const count = Math.max(now.length, prior.length);
  if (count === 0) return [];
  return [
    { band: true, cells: [words.say('group-output')] },
    ...Array.from({ length: count }, (_, i) => {
      const line = now[i] ?? prior[i];
      return {
        cells: [
          productName(line, mill),
          quantity(now[i], mill) ?? mill.words.say('unknown'),
          quantity(prior[i], mill) ?? '—',
          '',
        ],
      };
    }),
  ];
}

function productName(line: ProductLine | undefined, { words }: Mill): string {
  if (line === undefined) return '';
  const name = words.say(textId('class-', line.class));
  const { widthCm, massKgPer100m } = line;
  if (widthCm === undefined || massKgPer100m === undefined) return name;
  return `${name}${words.say('colon')}${words.say('product-detail', { width: grouped(widthCm), mass: grouped(massKgPer100m) })}`;
}

function quantity(line: ProductLine | undefined, { words }: Mill): string | undefined {
  return line === undefined
    ? undefined
    : words.say('product-quantity', { quantity: grouped(line.quantity), unit: words.unit(line.unit) });
}
