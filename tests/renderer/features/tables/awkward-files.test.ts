import { describe, expect, it } from 'vitest';
import { suggestedLayout } from '#renderer/features/tables/mapping/suggest-layout.ts';
import { statisticsFormOf } from '#renderer/features/tables/mapping/statistics-forms.ts';
import { suggestedFact } from '#renderer/features/tables/mapping/suggest-fact.ts';
import { sumItems, type ItemSum, type Summed } from '#renderer/features/tables/mapping/sum-items.ts';
import { timesOf } from '#renderer/features/tables/mapping/units.ts';
import { readTable } from '#renderer/features/tables/reading/read-table.ts';
import type { Sheet } from '#renderer/features/tables/reading/table.ts';
import { madeWorkbook, STYLE, type MadeCell, type MadeSheet } from '#tests/support/made-workbooks.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

function sheetsIn(bytes: Uint8Array): readonly Sheet[] {
  const read = readTable(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.sheets;
}

function firstOf(bytes: Uint8Array): Sheet {
  const [sheet] = sheetsIn(bytes);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** A sheet as it is suggested to be read. */
function summed(bytes: Uint8Array, withHidden = false): Summed {
  const sheet = firstOf(bytes);
  return sumItems(sheet.rows, suggestedLayout(sheet), withHidden);
}

function book(sheet: Omit<MadeSheet, 'name'>, options?: { readonly from1904?: boolean }): Uint8Array {
  return madeWorkbook([{ name: '台账', ...sheet }], options);
}

const brief = ({ item, unit, year, value, months }: ItemSum) => [item, unit, year, value, months];
const briefs = (bytes: Uint8Array) => summed(bytes).sums.map(brief);
const text = (said: string) => new TextEncoder().encode(said);
/** 月份,用水 in GBK, a line each of 1月 and 2月. */
const GBK = Uint8Array.from([
  0xd4, 0xc2, 0xb7, 0xdd, 0x2c, 0xd3, 0xc3, 0xcb, 0xae, 0x0a, 0x31, 0xd4, 0xc2, 0x2c, 0x31, 0x30, 0x0a, 0x32, 0xd4,
  0xc2, 0x2c, 0x32, 0x30, 0x0a,
]);

describe('any table of a mill', () => {
  it('1: adds twelve months of a plain ledger', () => {
    const rows: MadeCell[][] = [['月份', '自来水(m³)'], ...MONTHS.map((month) => [`2025年${month}月`, 100])];
    expect(briefs(book({ rows }))).toEqual([['自来水', 'm3', 2025, 1200, 12]]);
  });

  it('2: spreads a merged name over its rows, and adds a merged figure once', () => {
    const rows = [
      ['水表', '月份', '用量'],
      ['东区', '1月', 10],
      [null, '2月', null],
      ['西区', '1月', 5],
    ];
    expect(briefs(book({ rows, merged: ['A2:A3', 'C2:C3'] }))).toEqual([
      ['东区', '', null, 10, 1],
      ['西区', '', null, 5, 1],
    ]);
  });

  it('3: reads days that are numbers', () => {
    const rows = [
      ['日期', '用电量（度）'],
      [{ v: 45688, s: STYLE.date }, 7],
      [{ v: 45716, s: STYLE.month }, 8],
    ];
    expect(briefs(book({ rows }))).toEqual([['用电量', '度', 2025, 15, 2]]);
  });

  it('4: reads days that are counted from 1904', () => {
    const rows = [
      ['日期', '用电量'],
      [{ v: 45688 - 1462, s: STYLE.date }, 7],
    ];
    expect(firstOf(book({ rows }, { from1904: true })).rows[1]?.cells[0]).toEqual({ kind: 'date', day: '2025-01-31' });
  });

  it('5: reads numbers that are texts', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', '1,200.5'],
      ['2月', ' 300 '],
      ['3月', '1.2万'],
    ];
    expect(briefs(book({ rows }))).toEqual([['用水', '', null, 13500.5, 3]]);
  });

  it('6: takes what a formula came to, and says where it was never computed', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', { f: 'B9*2', v: 40 }],
      ['2月', 2],
      ['3月', { f: 'B9*3' }],
    ];
    const { sums } = summed(book({ rows }));
    expect(sums.map(brief)).toEqual([['用水', '', null, 42, 2]]);
    expect(sums[0]?.unread).toEqual(['B4: no-value']);
  });

  it('7: leaves hidden rows out, and counts them where that is wanted', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', 10],
      ['2月', 20],
    ];
    const bytes = book({ rows, hiddenRows: [3] });
    expect(summed(bytes)).toMatchObject({ sums: [{ value: 10 }], hidden: 1 });
    expect(summed(bytes, true)).toMatchObject({ sums: [{ value: 30 }], hidden: 0 });
  });

  it('8: leaves totals out, also one without a name', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', 10],
      ['一季度小计', 10],
      ['4月', 20],
      ['合 计', 30],
      [null, 30],
    ];
    expect(summed(book({ rows }))).toMatchObject({ sums: [{ value: 30 }], totals: 3 });
  });

  it('9: reads UTF-8 with its mark', () => {
    expect(briefs(text('\ufeff月份,用水\n1月,10\n2月,20\n'))).toEqual([['用水', '', null, 30, 2]]);
  });

  it('10: reads GBK', () => {
    expect(briefs(GBK)).toEqual([['用水', '', null, 30, 2]]);
  });

  it('11: reads semicolons, quotes and line ends within them', () => {
    const bytes = text('月份;"用水\n(吨)";备注\r\n1月;10;"a ""b"""\r\n2月;"1,020";\r\n');
    expect(briefs(bytes)).toEqual([['用水', '吨', null, 1030, 2]]);
  });

  it('12: passes over empty sheets, and says where all are', () => {
    const full = {
      name: '二',
      rows: [
        ['月份', '用水'],
        ['1月', 1],
      ],
    };
    expect(sheetsIn(madeWorkbook([{ name: '一', rows: [] }, full])).map(({ rows }) => rows.length)).toEqual([0, 2]);
    expect(readTable(madeWorkbook([{ name: '一', rows: [] }]))).toEqual({ ok: false, refusal: 'empty' });
    expect(readTable(new Uint8Array())).toEqual({ ok: false, refusal: 'empty' });
  });

  it('13: reads digits of full width', () => {
    expect(briefs(text('月份,用水\n１月,１２０\n２月,"３，０００．５"\n'))).toEqual([['用水', '', null, 3120.5, 2]]);
  });

  it('14: reads percents as percents', () => {
    const rows = [
      ['指标名称', '数值'],
      ['准时交货', { v: 0.93, s: STYLE.percent }],
      ['返修', '4.5%'],
    ];
    expect(summed(book({ rows })).sums).toMatchObject([
      { item: '准时交货', value: 93, isPercent: true },
      { item: '返修', value: 4.5, isPercent: true },
    ]);
  });

  it('15: adds what was booked back', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', 100],
      ['2月', -10],
      ['3月', '(5)'],
      ['4月', '—'],
    ];
    expect(briefs(book({ rows }))).toEqual([['用水', '', null, 85, 3]]);
  });

  it('16: names the cells that hold an error', () => {
    const rows = [
      ['月份', '用水'],
      ['1月', 100],
      ['2月', { t: 'e', v: '#REF!', f: 'X1' }],
    ];
    expect(summed(book({ rows })).sums).toMatchObject([{ value: 100, figures: 1, unread: ['B3: #REF!'] }]);
  });

  it('17: finds a heading in row 5, below a title that is merged', () => {
    const rows: MadeCell[][] = [
      ['2025年能源台账'],
      [],
      ['制表：能源科', null, '单位：见表'],
      [],
      ['能源名称', '计量单位', '数量'],
      ['天然气', '万立方米', 3],
      ['柴油', '吨', 4],
    ];
    expect(briefs(book({ rows, merged: ['A1:C1'] }))).toEqual([
      ['天然气', '万立方米', null, 3, 0],
      ['柴油', '吨', null, 4, 0],
    ]);
  });

  it('18: joins two rows of a heading', () => {
    const rows = [
      ['月份', '用水量', null, '用电量'],
      [null, '自来水', '井水', null],
      ['1月', 1, 2, 3],
      ['2月', 1, 2, 3],
    ];
    expect(briefs(book({ rows, merged: ['A1:A2', 'B1:C1', 'D1:D2'] }))).toEqual([
      ['用水量 自来水', '', null, 2, 2],
      ['用水量 井水', '', null, 4, 2],
      ['用电量', '', null, 6, 2],
    ]);
  });

  it('19: says of an old .xls, of one with a password, of a web page and of a picture what they are', () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const wide = (name: string) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const refusal = (bytes: Uint8Array) => readTable(bytes);
    expect(refusal(Uint8Array.from([...ole, ...wide('Workbook')]))).toEqual({ ok: false, refusal: 'old-xls' });
    expect(refusal(Uint8Array.from([...ole, ...wide('EncryptedPackage')]))).toEqual({
      ok: false,
      refusal: 'encrypted',
    });
    expect(refusal(text('<html><table><tr><td>1</td></tr></table>'))).toEqual({ ok: false, refusal: 'web-page' });
    expect(refusal(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toEqual({ ok: false, refusal: 'no-table' });
    expect(refusal(book({ rows: [['a']] }).slice(0, 300))).toEqual({ ok: false, refusal: 'damaged' });
  });

  it('20: reads 5,000 rows', () => {
    const rows: MadeCell[][] = [
      ['日期', '水表', '用量'],
      ...Array.from({ length: 5000 }, (_, i) => [{ v: 45658 + (i % 365), s: STYLE.date }, `表${i % 4}`, 2]),
    ];
    expect(briefs(book({ rows }))).toEqual(['表0', '表1', '表2', '表3'].map((name) => [name, '', 2025, 2500, 12]));
  });

  it('21: takes months that stand beside each other, without the sum behind them', () => {
    const rows = [
      ['项目', '单位', ...MONTHS.map((month) => `${month}月`), '合计'],
      ['自来水', '吨', ...MONTHS.map(() => 2), 24],
      ['合计', '吨', ...MONTHS.map(() => 2), 24],
    ];
    expect(briefs(book({ rows }))).toEqual([['自来水', '吨', null, 24, 12]]);
  });

  it('22: keeps years apart', () => {
    const rows = [
      ['项目', 2024, 2025],
      ['营业收入(万元)', 900, 1000],
    ];
    expect(briefs(book({ rows })).map(([, , year, value]) => [year, value])).toEqual([
      [2024, 900],
      [2025, 1000],
    ]);
  });
});

describe('forms of the statistics', () => {
  it('205-1: takes what was used of each energy', () => {
    const rows: MadeCell[][] = [
      ['能源购进、消费与库存'],
      [null, null, '表号：２０５－１表'],
      ['能源名称', '计量单位', '代码', '购进量', '消费量合计', '期末库存'],
      ['甲', '乙', '丙', 1, 2, 3],
      ['原煤', '吨', '01', 50, 40, 10],
      ['电力', '万千瓦时', '33', 500, 480, null],
      ['能源合计', '吨标准煤', '40', null, 900, null],
    ];
    const sheet = firstOf(book({ rows, merged: ['A1:F1'] }));
    expect(statisticsFormOf(sheet)?.id).toBe('205-1');
    const { sums, totals } = sumItems(sheet.rows, suggestedLayout(sheet), false);
    expect(sums.map(brief)).toEqual([
      ['原煤', '吨', null, 40, 0],
      ['电力', '万千瓦时', null, 480, 0],
    ]);
    expect(totals).toBe(1);
  });

  it('205-4 by its title, B204-1 by its number, and no other', () => {
    const form = (...rows: MadeCell[][]) => statisticsFormOf(firstOf(book({ rows })))?.id;
    expect(form(['工业企业用水情况'], ['指标名称', '本年'])).toBe('205-4');
    expect(form(['表 号：B204-1表'])).toBe('B204-1');
    expect(form(['订单 1205-14', '数量'])).toBeUndefined();
  });
});

describe('what a table calls a fact', () => {
  it('is suggested where it is sure, and not for money, shares or sums', () => {
    expect(['1#自来水表', '外购电力', '蒸汽', '自来水费', '回用水', '用电单价'].map(suggestedFact)).toEqual([
      'water.intake.town',
      'energy.electricity',
      'energy.steam',
      null,
      null,
      null,
    ]);
  });

  it('is converted by its unit; tons are water, and no steam in GJ', () => {
    expect(timesOf('water.intake.town', '万吨')).toBe(10_000);
    expect(timesOf('energy.electricity', '万 KWH')).toBe(10_000);
    expect(timesOf('energy.steam', '百万千焦')).toBe(1);
    expect(timesOf('energy.steam', '吨')).toBeNull();
    expect(timesOf('finance.output-value', '千元')).toBe(0.1);
  });
});
