import { priceOfLine, pricesOf, type Price, type SavingLine } from '../../planning/benefit.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { FACT_UNITS, type NumericFactId } from '../../schema/facts.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { savedName } from '../measure-arithmetic.ts';
import { idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { cellName, sheetReference, type PageCell, type WorkbookPage } from '../report-workbook.ts';
import { hasMarketPrice, PRICE_FACTORS, REALISED_SHARES, sensitivityOf, type SensitivityCase } from '../sensitivity.ts';
import { significant } from '../shown-figure.ts';
import { shownWan } from '../shown-plan.ts';
import { COST_OF_PLAN } from './plan.ts';

const WIDTHS = [22, 30, 22, 13, 13, 13, 13, 13] as const;
const ALL = WIDTHS.length;
/** Columns of the list at the foot. */
const [PLANNED, FACTOR, MOVES, REALISED, OWN] = [3, 4, 5, 6, 7] as const;
const DECIMALS = { decimals: 1 } as const;
const WAN = { kind: 'wan', ...DECIMALS } as const;
const PERCENT = { kind: 'percent', decimals: 0 } as const;
const CHANGE = { ...PERCENT, isChange: true } as const;

/** What is put in and what comes of it: the plan under the mill's own prices and under savings that come true in part. Null where nothing is priced. */
export function whatIfSheet(mill: Mill): WorkbookPage | null {
  const planned = plannedMillOf(mill);
  const cases = planned === null ? null : sensitivityOf(planned);
  if (planned === null || cases === null) return null;
  const { words } = mill;
  const items = planned.open.flatMap(itemsOf);
  const prices = pricesIn(items, planned);
  const places = placesFor(prices.length, items.length);
  const heading = (id: 'what-if-prices' | 'what-if-assumed' | 'what-if-results' | 'what-if-lines'): PageCell[] => [
    { value: words.say(id), look: 'heading', span: ALL },
  ];
  return {
    kind: 'page',
    name: words.say('sheet-what-if'),
    widths: WIDTHS,
    rows: [
      [{ value: words.say('what-if-title'), look: 'title', span: ALL }],
      [{ value: words.say('what-if-note'), look: 'muted', span: ALL }],
      heading('what-if-prices'),
      ...priceRows(prices, mill),
      heading('what-if-assumed'),
      ...assumedRows(planned),
      heading('what-if-results'),
      ...resultRows(cases, places, mill),
      heading('what-if-lines'),
      ...itemRows(items, prices, places, mill),
    ],
  };
}

/** A line of money of one measure; null for what the enterprise says of a measure of its own. */
interface Item {
  readonly entry: PlannedMeasure;
  readonly line: SavingLine | null;
  readonly wan: number;
}

interface UsedPrice extends Price {
  readonly fact: NumericFactId;
}

function itemsOf(entry: PlannedMeasure): Item[] {
  const { lines, benefit } = entry;
  if (lines.length === 0) return benefit === null ? [] : [{ entry, line: null, wan: benefit.planned }];
  return lines.flatMap((line) => (line.price === null ? [] : [{ entry, line, wan: shownWan(line).planned }]));
}

function pricesIn(items: readonly Item[], { mill, catalogue }: PlannedMill): UsedPrice[] {
  const priceOf = pricesOf(mill.facts.now, catalogue);
  const facts = items.flatMap(({ line }) => (line === null ? [] : (priceOfLine(line) ?? [])));
  return [...new Set(facts)].flatMap((fact) => {
    const price = priceOf(fact);
    return price === null || price.value === 0 ? [] : [{ fact, ...price }];
  });
}

/** Rows, counted from 0, of what formulas refer to. */
interface Places {
  readonly firstPrice: number;
  readonly moved: number;
  readonly realised: number;
  readonly invested: number;
  readonly firstBenefit: number;
  readonly firstItem: number;
  readonly lastItem: number;
}

function placesFor(prices: number, items: number): Places {
  const firstPrice = 4;
  const moved = firstPrice + prices + 1;
  const firstBenefit = moved + 3 + 2;
  const firstItem = firstBenefit + PRICE_FACTORS.length + 1 + PRICE_FACTORS.length + 2;
  return {
    firstPrice,
    moved,
    realised: moved + 1,
    invested: moved + 2,
    firstBenefit,
    firstItem,
    lastItem: firstItem + items - 1,
  };
}

const OWN_PRICE = 4;
const USED_PRICE = 3;

function priceRows(prices: readonly UsedPrice[], mill: Mill): PageCell[][] {
  const { words } = mill;
  const head = (value: string, right = false): PageCell => ({ value, look: 'head', right });
  return [
    [
      head(words.say('what-if-price')),
      head(words.say('sheet-price-unit')),
      head(words.say('sheet-price-origin')),
      head(words.say('what-if-used'), true),
      head(words.say('what-if-own'), true),
    ],
    ...prices.map(({ fact, value, origin }): PageCell[] => {
      const shown = significant(value);
      return [
        { value: words.pick(mill.fact(fact)?.label), look: 'text' },
        { value: words.unit(FACT_UNITS[fact]), look: 'text' },
        { value: words.say(origin === 'mill' ? 'price-own' : 'price-reference'), look: 'text' },
        { value: shown, look: 'text' },
        { value: shown, look: 'input' },
      ];
    }),
  ];
}

/** From column C: what the three cases are, to be changed; the last is what is invested. */
function assumedRows({ mill: { words }, plan }: PlannedMill): PageCell[][] {
  const three = (
    label: 'what-if-moved' | 'what-if-realised',
    values: readonly number[],
    shape: typeof PERCENT | typeof CHANGE,
  ): PageCell[] => [
    { value: words.say(label), look: 'label', span: 2 },
    ...values.map((value): PageCell => ({ value, look: 'input', ...shape })),
  ];
  const total = `${sheetReference(words.say('sheet-plan'))}${cellName(COST_OF_PLAN, plan.planned.length + 1)}`;
  return [
    three(
      'what-if-moved',
      PRICE_FACTORS.map((factor) => rounded(factor - 1, 2)),
      CHANGE,
    ),
    three('what-if-realised', REALISED_SHARES, PERCENT),
    [
      { value: words.say('what-if-invested'), look: 'label', span: 2 },
      { value: plan.cost.planned, look: 'input', formula: total, ...WAN },
    ],
  ];
}

/** Two tables of three by three: the yearly benefit, then the years until it has paid. */
function resultRows(cases: readonly SensitivityCase[], places: Places, mill: Mill): PageCell[][] {
  const { words } = mill;
  const { moved, realised, invested, firstBenefit, firstItem, lastItem } = places;
  const list = (column: number) => `${fixed(column, firstItem)}:${fixed(column, lastItem)}`;
  const head = (label: 'what-if-benefit' | 'what-if-payback'): PageCell[] => [
    { value: words.say(label), look: 'head', span: 2 },
    ...REALISED_SHARES.map((share, k): PageCell => ({
      value: share,
      look: 'head',
      formula: fixed(2 + k, realised),
      ...PERCENT,
    })),
  ];
  const rowHead = (factor: number, i: number): PageCell => ({
    value: rounded(factor - 1, 2),
    look: 'label',
    formula: fixed(2 + i, moved),
    span: 2,
    ...CHANGE,
  });
  const at = (i: number, k: number) => cases[i * REALISED_SHARES.length + k];
  return [
    head('what-if-benefit'),
    ...PRICE_FACTORS.map((factor, i): PageCell[] => [
      rowHead(factor, i),
      ...REALISED_SHARES.map((_, k): PageCell => ({
        value: at(i, k)?.benefitWan ?? 0,
        look: 'result',
        formula:
          `ROUND(SUMPRODUCT(ROUND(${list(PLANNED)}*${list(FACTOR)}*(1+${list(MOVES)}*${fixed(2 + i, moved)})` +
          `*(1-${list(REALISED)}*(1-${fixed(2 + k, realised)})),1)),1)`,
        ...WAN,
      })),
    ]),
    head('what-if-payback'),
    ...PRICE_FACTORS.map((factor, i): PageCell[] => [
      rowHead(factor, i),
      ...REALISED_SHARES.map((_, k): PageCell => {
        const years = at(i, k)?.paybackYears ?? null;
        const benefit = cellName(2 + k, firstBenefit + i);
        return {
          value: years === null ? words.say('payback-open') : rounded(years),
          look: 'result',
          formula: `IF(${benefit}>0,ROUND(${fixed(2, invested)}/${benefit},1),"${words.say('payback-open')}")`,
          ...DECIMALS,
        };
      }),
    ]),
  ];
}

/** Every line of money with the factor of its price, whether prices and realisation move it, and what it is at own prices. */
function itemRows(items: readonly Item[], prices: readonly UsedPrice[], places: Places, mill: Mill): PageCell[][] {
  const { words } = mill;
  const { firstPrice, firstItem, lastItem } = places;
  const head = (value: string, right = false): PageCell => ({ value, look: 'head', right });
  const total = items.reduce((sum, { wan }) => sum + wan, 0);
  const column = (k: number) => `${cellName(k, firstItem)}:${cellName(k, lastItem)}`;
  return [
    [
      head(words.say('sheet-id')),
      head(words.say('sheet-measure')),
      head(words.say('sheet-saved')),
      head(words.say('what-if-planned'), true),
      head(words.say('what-if-factor'), true),
      head(words.say('what-if-moves'), true),
      head(words.say('what-if-in-part'), true),
      head(words.say('what-if-at-own'), true),
    ],
    ...items.map(({ entry, line, wan }, i): PageCell[] => {
      const used = line === null ? -1 : prices.findIndex(({ fact }) => fact === priceOfLine(line));
      const row = firstPrice + used;
      const flag = (is: boolean): PageCell => ({ value: is ? 1 : 0, look: 'text' });
      return [
        { value: idOf(entry), look: 'text' },
        { value: nameOf(entry, words), look: 'text' },
        { value: line === null ? words.say('saved-own') : savedName(line, mill), look: 'text' },
        { value: wan, look: 'text', ...WAN },
        {
          value: 1,
          look: 'text',
          kind: 'number',
          decimals: 2,
          ...(used === -1 ? {} : { formula: `${fixed(OWN_PRICE, row)}/${fixed(USED_PRICE, row)}` }),
        },
        flag(line !== null && hasMarketPrice(line)),
        flag(line !== null && wan > 0),
        {
          value: wan,
          look: 'text',
          formula: `ROUND(${cellName(PLANNED, firstItem + i)}*${cellName(FACTOR, firstItem + i)},1)`,
          ...WAN,
        },
      ];
    }),
    [
      { value: words.say('plan-sum'), look: 'total', span: 3 },
      { value: rounded(total), look: 'total', formula: `ROUND(SUM(${column(PLANNED)}),1)`, ...WAN },
      { value: '', look: 'total', span: 3 },
      { value: rounded(total), look: 'total', formula: `ROUND(SUM(${column(OWN)}),1)`, ...WAN },
    ],
  ];
}

/** A cell whose name stays when a formula is copied. */
function fixed(column: number, row: number): string {
  return cellName(column, row).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
