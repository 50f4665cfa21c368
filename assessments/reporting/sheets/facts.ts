import { factsWithRegister } from '../../indicators/equipment-of.ts';
import { FACT_UNITS, NUMERIC_FACT_IDS, type ProductLine, type YearFacts } from '../../schema/facts.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookTable } from '../report-workbook.ts';
import { grouped } from '../shown-figure.ts';
import { textId } from '../words.ts';

/** Every figure of every year, also what its machine register tells, the latest year first; one row per figure, so that it can be filtered and charted. */
export function factsSheet(mill: Mill): WorkbookTable {
  const { words, dossier } = mill;
  const years = Object.keys(dossier.facts).sort().reverse();
  return {
    kind: 'table',
    name: words.say('sheet-facts'),
    columns: [
      { title: words.say('sheet-year'), width: 8, kind: 'text' },
      { title: words.say('sheet-group'), width: 18, kind: 'text' },
      { title: words.say('sheet-fact'), width: 40, kind: 'text' },
      { title: words.say('sheet-value'), width: 18, kind: 'number' },
      { title: words.say('sheet-unit'), width: 14, kind: 'text' },
      { title: words.say('sheet-id'), width: 34, kind: 'text' },
    ],
    rows: years.flatMap((year) => {
      const { facts } = factsWithRegister(dossier.facts[year] ?? {}, mill.context.machines);
      return [
        ...factRows(Number(year), facts, mill),
        ...productRows(Number(year), facts['output.products'] ?? [], mill),
      ];
    }),
  };
}

function factRows(year: number, facts: YearFacts, mill: Mill): WorkbookCell[][] {
  const { words, fact } = mill;
  const ids = [...NUMERIC_FACT_IDS, 'water.destination', 'water.has-cooling', 'water.has-steam'] as const;
  return ids.flatMap((id) => {
    const value = facts[id];
    if (value === undefined) return [];
    const unit = Object.hasOwn(FACT_UNITS, id) ? words.unit(FACT_UNITS[id as keyof typeof FACT_UNITS]) : '';
    return [
      [year, words.pick(fact(id)?.group), words.pick(fact(id)?.label) || id, inWords(value, mill), unit || null, id],
    ];
  });
}

function inWords(value: number | boolean | NonNullable<YearFacts['water.destination']>, { words }: Mill): WorkbookCell {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no');
  return words.say(textId('destination-', value));
}

function productRows(year: number, lines: readonly ProductLine[], { words }: Mill): WorkbookCell[][] {
  return lines.map((line) => [
    year,
    words.say('group-output'),
    productName(line),
    line.quantity,
    words.unit(line.unit) || null,
    'output.products',
  ]);

  function productName({ class: kind, widthCm, massKgPer100m }: ProductLine): string {
    const name = words.say(textId('class-', kind));
    if (widthCm === undefined || massKgPer100m === undefined) return name;
    const detail = words.say('product-detail', { width: grouped(widthCm), mass: grouped(massKgPer100m) });
    return `${name}${words.say('colon')}${detail}`;
  }
}
