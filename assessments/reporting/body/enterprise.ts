import { intake } from '../../indicators/sums.ts';
import type { NumericFactId } from '../../schema/facts.ts';
import { FACT_UNITS } from '../../schema/facts.ts';
import { regionText, sectors, sizeText } from '../chapters/cover.ts';
import { energySplit } from '../figures/energy-split.ts';
import { processFlow } from '../figures/process-flow.ts';
import { waterBalance } from '../figures/water-balance.ts';
import { waterCostBars } from '../figures/water-cost.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { computed, grouped } from '../shown-figure.ts';
import { eachSeen } from '../see.ts';
import { SYSTEM_COLUMNS } from '../register-table.ts';
import { textId, type TextId } from '../words.ts';
import { machineOverview } from './machine-overview.ts';

const SEEN = [
  'profile',
  'products',
  'process',
  'machines',
  'systems',
  'bills',
  'energy',
  'water-balance',
  'water-cost',
] as const;

/** Chapter 1: what the mill is and has, from its profile, facts and register. */
export function enterprise(mill: Mill): Block[] {
  const { words } = mill;
  const blocks = [
    profile(mill),
    ...products(mill),
    ...machines(mill),
    ...systems(mill),
    ...energyAndWater(mill),
    ...energy(mill),
    ...water(mill),
  ];
  return [
    { kind: 'heading', level: 1, text: words.say('body-enterprise') },
    { kind: 'paragraph', text: words.flow([whatItIs(mill), eachSeen(blocks, SEEN, words)]) },
    ...blocks,
  ];
}

/** Where the mill is, what it makes, with how many people and machines. */
function whatItIs(mill: Mill): string {
  const { words, name, dossier, facts, diagnosis } = mill;
  const { subSectors } = dossier.enterprise;
  const machines = facts.now['equipment.production'];
  const figure = (text: 'enterprise-people' | 'enterprise-revenue', id: NumericFactId) => {
    const value = facts.now[id];
    return value === undefined ? '' : words.say(text, { year: diagnosis.year, value: grouped(value) });
  };
  return words.flow([
    words.say('enterprise-lead', {
      name,
      place: regionText(mill) || words.say('place-not-given'),
      sectors: words.list(subSectors.map((sector) => words.say(textId('sector-', sector)))) || words.say('not-given'),
    }),
    figure('enterprise-people', 'people.employees'),
    figure('enterprise-revenue', 'finance.revenue'),
    machines === undefined ? '' : words.say('enterprise-machines', { count: grouped(machines) }),
  ]);
}

/** The process with the machines on it; the machines by kind where the process is not known. */
function machines(mill: Mill): Block[] {
  const flow = processFlow(mill);
  return flow === null ? machineOverview(mill) : [{ ...flow, key: 'process' }];
}

/** By which carriers energy comes and what it goes into. */
function energy(mill: Mill): Block[] {
  const split = energySplit(mill);
  return split === null ? [] : [{ ...split, key: 'energy' }];
}

/** Where the water comes from and goes, and what a cubic metre of it costs. */
function water(mill: Mill): Block[] {
  const balance = waterBalance(mill);
  const cost = waterCostBars(mill);
  return [
    ...(balance === null ? [] : [{ ...balance, key: 'water-balance' }]),
    ...(cost === null ? [] : [{ ...cost, key: 'water-cost' }]),
  ];
}

/** Label and value twice a row, so that the profile takes half the room. */
function profile(mill: Mill): Block {
  const { words, dossier, facts, diagnosis } = mill;
  const { enterprise: own } = dossier;
  const unknown = words.say('not-given');
  const figure = (id: NumericFactId) => {
    const value = facts.now[id];
    return value === undefined ? words.say('unknown') : `${grouped(value)} ${words.unit(FACT_UNITS[id])}`.trim();
  };
  const pairs: [string, string][] = [
    [words.say('cover-region'), regionText(mill) || unknown],
    [words.say('cover-sectors'), sectors(mill) || unknown],
    [
      words.say('cover-processes'),
      words.list(own.processes.map((process) => words.say(textId('process-', process)))) || unknown,
    ],
    [words.say('cover-size'), sizeText(mill)],
    [label('people.employees', mill), figure('people.employees')],
    [label('people.direct-workers', mill), figure('people.direct-workers')],
    [label('people.vacancies', mill), figure('people.vacancies')],
    [label('people.turnover', mill), figure('people.turnover')],
    [label('finance.revenue', mill), figure('finance.revenue')],
    [label('finance.output-value', mill), figure('finance.output-value')],
    [label('delivery.lead-days', mill), figure('delivery.lead-days')],
    [label('delivery.on-time', mill), figure('delivery.on-time')],
  ];
  return {
    kind: 'table',
    key: 'profile',
    caption: words.say('profile-caption', { year: diagnosis.year }),
    columns: [
      { title: words.say('card-item'), width: 16 },
      { title: words.say('column-profile'), width: 34 },
      { title: words.say('card-item'), width: 18 },
      { title: words.say('column-profile'), width: 32 },
    ],
    rows: Array.from({ length: Math.ceil(pairs.length / 2) }, (_, i): TableRow => {
      const [first, second] = [pairs[2 * i], pairs[2 * i + 1]];
      return { cells: [...(first ?? ['', '']), ...(second ?? ['', ''])] };
    }),
  };
}

function label(id: NumericFactId, { words, fact }: Mill): string {
  return words.pick(fact(id)?.label) || id;
}

function products(mill: Mill): Block[] {
  const { words, facts, diagnosis } = mill;
  const now = facts.now['output.products'] ?? [];
  const prior = facts.prior['output.products'] ?? [];
  if (now.length === 0) return [];
  const amount = (line: (typeof now)[number] | undefined) =>
    line === undefined ? '—' : `${grouped(line.quantity)} ${words.unit(line.unit)}`;
  return [
    {
      kind: 'table',
      key: 'products',
      caption: words.say('products-caption'),
      columns: [
        { title: words.say('column-product'), width: 28 },
        { title: String(diagnosis.year), width: 20, align: 'right' },
        { title: String(diagnosis.year - 1), width: 20, align: 'right' },
        { title: words.say('column-spec'), width: 20 },
        { title: words.say('column-rework'), width: 12, align: 'right' },
      ],
      rows: now.map((line, i) => ({
        cells: [
          words.say(textId('class-', line.class)),
          amount(line),
          amount(prior[i]?.class === line.class ? prior[i] : undefined),
          line.widthCm === undefined || line.massKgPer100m === undefined
            ? '—'
            : words.say('product-detail', { width: grouped(line.widthCm), mass: grouped(line.massKgPer100m) }),
          line.reworkPercent === undefined ? '—' : `${grouped(line.reworkPercent)}%`,
        ],
      })),
    },
  ];
}

const BILLS: readonly {
  readonly name: TextId;
  readonly fact: NumericFactId | 'water.intake';
  readonly price: NumericFactId;
}[] = [
  { name: 'saved-water', fact: 'water.intake', price: 'water.price' },
  { name: 'saved-wastewater', fact: 'water.wastewater.discharged', price: 'water.wastewater-cost' },
  { name: 'saved-electricity', fact: 'energy.electricity', price: 'price.electricity' },
  { name: 'saved-steam', fact: 'energy.steam', price: 'price.steam' },
  { name: 'saved-gas', fact: 'energy.gas', price: 'price.gas' },
  { name: 'saved-coal', fact: 'energy.coal', price: 'price.coal' },
];

/** Each flow with its use, price and bill; the bill only where the mill gives both. */
function energyAndWater(mill: Mill): Block[] {
  const { words, facts, diagnosis } = mill;
  const rows = BILLS.flatMap(({ name, fact, price }): TableRow[] => {
    const use = (of: typeof facts.now) => (fact === 'water.intake' ? intake(of) : of[fact]) ?? null;
    const [now, prior] = [use(facts.now), use(facts.prior)];
    if (now === null) return [];
    const own = facts.now[price];
    const unit = words.unit(fact === 'water.intake' ? 'm3' : FACT_UNITS[fact]);
    return [
      {
        cells: [
          words.say(name),
          grouped(now),
          prior === null ? '—' : grouped(prior),
          unit,
          own === undefined ? words.say('unknown') : `${grouped(own)} ${words.unit(FACT_UNITS[price])}`,
          own === undefined ? '—' : computed((now * own) / 1e4),
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  const figure = { width: 17, align: 'right' } as const;
  return [
    {
      kind: 'table',
      key: 'bills',
      caption: words.say('bills-caption'),
      columns: [
        { title: words.say('column-flow'), width: 16 },
        { title: String(diagnosis.year), ...figure },
        { title: String(diagnosis.year - 1), ...figure },
        { title: words.say('column-unit'), width: 10 },
        { title: words.say('column-price'), width: 22, align: 'right' },
        { title: words.say('column-bill'), width: 18, align: 'right' },
      ],
      rows,
    },
  ];
}

function systems(mill: Mill): Block[] {
  const { words, facts } = mill;
  const lines = facts.now.systems ?? [];
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      key: 'systems',
      caption: words.say('systems-caption', { count: lines.length }),
      columns: SYSTEM_COLUMNS.map(({ title, width }) => ({ title: words.say(title), width })),
      rows: lines.map((line) => ({ cells: SYSTEM_COLUMNS.map(({ cellOf }) => String(cellOf(line, mill) ?? '—')) })),
    },
  ];
}
