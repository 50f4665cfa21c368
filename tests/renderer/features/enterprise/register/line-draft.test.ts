import { describe, expect, it } from 'vitest';
import { MachineLine } from '#assessments/schema/machines.ts';
import {
  cellText,
  columnsOf,
  typedInto,
  typedRow,
  type Column,
  type LineDraft,
} from '#renderer/features/enterprise/register/line-draft.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';

const STENTERS: LineDraft = MachineLine.parse({
  kind: 'stenter',
  count: 6,
  since: 2016,
  digital: 6,
  with: { 'heat-recovery': 3 },
  oddity: 'kept',
});

const after = (line: LineDraft, column: Column, text: string) => {
  const typed = typedInto(line, column, text);
  if (!typed.ok) throw new Error(typed.refusal.code);
  return typed.line;
};

describe('a cell of the register', () => {
  it('takes a figure, a year, a note, and nothing in place of them', () => {
    expect(after(STENTERS, 'count', '1,200').count).toBe(1200);
    expect(after(STENTERS, 'since', ' ２０１９ ').since).toBe(2019);
    expect(after(STENTERS, 'networked', '0').networked).toBe(0);
    expect(after(STENTERS, 'with:exhaust-humidity', '2').with).toEqual({ 'heat-recovery': 3, 'exhaust-humidity': 2 });
    expect(after(STENTERS, 'note', ' 三台已装热回收 ').note).toBe('三台已装热回收');
    expect(after(STENTERS, 'digital', '')).not.toHaveProperty('digital');
    expect(after(STENTERS, 'with:heat-recovery', ' ')).not.toHaveProperty('with');
    expect(after(STENTERS, 'count', '7')).toHaveProperty('oddity', 'kept');
  });

  it.each<[Column, string, object]>([
    ['count', '六', { code: 'no-figure' }],
    ['count', '0.0000000001', { code: 'no-figure' }],
    ['count', '', { code: 'count-needed' }],
    ['count', '5', { code: 'below-part', least: 6 }],
    ['digital', '-1', { code: 'no-figure' }],
    ['digital', '7', { code: 'above-count', most: 6 }],
    ['with:heat-recovery', '6.5', { code: 'above-count', most: 6 }],
    ['since', '16', { code: 'no-year' }],
    ['since', '2016.5', { code: 'no-year' }],
  ])('%s refuses %j', (column, text, refusal) => {
    expect(typedInto(STENTERS, column, text)).toEqual({ ok: false, refusal });
  });

  it('of a line without a count takes what any count may have, and is refused by a count that has less', () => {
    const begun = after({ kind: 'stenter' }, 'digital', '4');
    expect(begun).toEqual({ kind: 'stenter', digital: 4 });
    expect(typedInto(begun, 'count', '')).toMatchObject({ ok: true });
    expect(typedInto(begun, 'count', '3')).toMatchObject({ refusal: { least: 4 } });
  });

  it('reads as it was typed', () => {
    const columns = columnsOf(STENTERS, knownIds.machines.get('stenter'));
    const again = columns.reduce((line, column) => after(line, column, cellText(STENTERS, column)), {
      kind: 'stenter',
    } as LineDraft);
    const { oddity: _unseen, ...seen } = STENTERS;
    expect(again).toEqual(seen);
  });

  it('stands for every feature of the kind, and for those that only the line knows', () => {
    const columns = columnsOf({ kind: 'pv', with: { wings: 1 } }, knownIds.machines.get('pv'));
    expect(columns).toEqual(['count', 'since', 'digital', 'networked', 'onCloud', 'with:wings', 'note']);
  });
});

describe('a row that is pasted', () => {
  it('is taken as a whole, whatever stood there before', () => {
    const { line, refusals } = typedRow(
      STENTERS,
      new Map([
        ['digital', '2'],
        ['count', '2'],
        ['with:heat-recovery', '1'],
      ]),
    );
    expect(refusals.size).toBe(0);
    expect(line).toMatchObject({ count: 2, digital: 2, with: { 'heat-recovery': 1 }, since: 2016 });
  });

  it('keeps the old figure where a new one is refused', () => {
    const { line, refusals } = typedRow(
      STENTERS,
      new Map([
        ['count', '8'],
        ['since', '去年'],
        ['digital', '9'],
      ]),
    );
    expect([...refusals]).toEqual([
      ['since', { code: 'no-year' }],
      ['digital', { code: 'above-count', most: 8 }],
    ]);
    expect(line).toMatchObject({ count: 8, since: 2016, digital: 6 });
  });

  it('keeps the old figures where the new count is too small for those that were not pasted', () => {
    const { line, refusals } = typedRow(
      STENTERS,
      new Map([
        ['count', '2'],
        ['digital', '2'],
      ]),
    );
    expect([...refusals]).toEqual([['count', { code: 'below-part', least: 3 }]]);
    expect(line).toMatchObject({ count: 6, digital: 2 });
  });

  it('never gives a line that a dossier refuses', () => {
    const figures = ['', '0', '1', '3', '6', '9', 'x', '2016'];
    for (const count of figures)
      for (const digital of figures)
        for (const recovering of figures) {
          const cells = new Map<Column, string>([
            ['digital', digital],
            ['with:heat-recovery', recovering],
            ['count', count],
          ]);
          expect(MachineLine.safeParse(typedRow(STENTERS, cells).line).success, [...cells].join(' ')).toBe(true);
        }
  });
});
