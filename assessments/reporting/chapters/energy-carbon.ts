import { FACT_UNITS } from '../../schema/facts.ts';
import { needsVerification, type Mark } from '../../schema/marks.ts';
import type { GreenPack } from '../../schema/pack.ts';
import { starIf } from '../plan-text.ts';
import { sourceText } from '../source-text.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { computed, grouped } from '../shown-figure.ts';
import { textId, type Words } from '../words.ts';

/** Energy and carbon of the year, carrier by carrier, each factor with its document. */
export function energyAndCarbon(pack: GreenPack, mill: Mill): Block[] {
  const { words, result, diagnosis, name } = mill;
  const heading: Block = { kind: 'heading', level: 2, text: words.say('carbon-heading') };
  const energy = result.indicators['energy.total']?.value ?? null;
  const carbon = result.indicators['carbon.total']?.value ?? null;
  if (energy === null || carbon === null)
    return [heading, { kind: 'paragraph', text: words.say('carbon-unknown', { name, year: diagnosis.year }) }];
  const electricity = pack.energy.carriers.find((carrier) => carrier.fact === 'energy.electricity');
  return [
    heading,
    {
      kind: 'paragraph',
      text: words.say('carbon-total', {
        name,
        year: diagnosis.year,
        energy: computed(energy),
        carbon: computed(carbon),
        factor: electricity?.kgCo2PerUnit ?? '',
        source: factorSource(pack, electricity?.carbonSource ?? '', mill),
      }),
    },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-carrier'), width: 17 },
        { title: words.say('column-amount'), width: 19, align: 'right' },
        { title: words.say('column-energy-factor'), width: 12, align: 'right' },
        { title: words.say('column-energy'), width: 12, align: 'right' },
        { title: words.say('column-carbon-factor'), width: 12, align: 'right' },
        { title: words.say('column-carbon'), width: 12, align: 'right' },
      ],
      rows: [
        ...pack.energy.carriers.map((factor) => ({ factor, sign: 1 })),
        ...pack.energy.sold.map((factor) => ({ factor, sign: -1 })),
      ].flatMap(({ factor, sign }) => factorRow(factor, sign, mill)),
    },
  ];
}

function factorRow(factor: GreenPack['energy']['carriers'][number], sign: number, mill: Mill): TableRow[] {
  const { words } = mill;
  const amount = mill.facts.now[factor.fact];
  if (amount === undefined) return [];
  return [
    {
      cells: [
        { text: words.pick(mill.fact(factor.fact)?.label) || factor.fact, strong: true },
        `${grouped(amount)} ${words.unit(FACT_UNITS[factor.fact])}`,
        withStar(factor.kgcePerUnit, factor.energyMark, words),
        computed((sign * amount * factor.kgcePerUnit) / 1000),
        withStar(factor.kgCo2PerUnit, factor.carbonMark, words),
        computed((sign * amount * factor.kgCo2PerUnit) / 1000),
      ],
    },
  ];
}

/** A star where the factor is still to be verified. */
function withStar(factor: number, mark: Mark, words: Words): string {
  return `${factor}${starIf(needsVerification(mark), words)}`;
}

function factorSource(pack: GreenPack, key: string, { words }: Mill): string {
  return sourceText(pack.sources[key], words);
}

/** Each factor with its document, for the method page. */
export function factorOrigins(pack: GreenPack, mill: Mill): Block[] {
  const { words } = mill;
  const used = [...pack.energy.carriers, ...pack.energy.sold].filter(
    (factor) => mill.facts.now[factor.fact] !== undefined,
  );
  if (used.length === 0) return [];
  const origin = (value: number, mark: Mark, key: string) =>
    `${value}${words.say('clause-separator')}${factorSource(pack, key, mill)}${words.say('clause-separator')}${words.say(textId('short-', mark))}`;
  return [
    { kind: 'heading', level: 2, text: words.say('method-factors-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-carrier'), width: 20 },
        { title: words.say('column-energy-source'), width: 38 },
        { title: words.say('column-carbon-source'), width: 42 },
      ],
      rows: used.map((factor) => ({
        cells: [
          words.pick(mill.fact(factor.fact)?.label) || factor.fact,
          origin(factor.kgcePerUnit, factor.energyMark, factor.energySource),
          origin(factor.kgCo2PerUnit, factor.carbonMark, factor.carbonSource),
        ],
      })),
    },
  ];
}
