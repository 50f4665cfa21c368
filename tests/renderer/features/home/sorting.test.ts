import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberedOrder, rememberOrder } from '#renderer/features/home/remembered-order.ts';
import { COLUMNS, LATEST_FIRST, orderAfterClick, sorted, type Column } from '#renderer/features/home/sorting.ts';
import type { EnterpriseRow, EnterpriseSummary } from '#renderer/storage/database.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const names = (rows: readonly EnterpriseRow[]) => rows.map((row) => row.base.enterprise.name);
const both = (rows: readonly EnterpriseRow[], column: Column) =>
  (['ascending', 'descending'] as const).map((direction) => names(sorted(rows, { column, direction })));
const summary = (part: Partial<EnterpriseSummary>): EnterpriseSummary => ({
  year: 2025,
  openedOn: '2026-03-02',
  packs: {},
  gbt39116: null,
  answered: 0,
  applicable: 10,
  ...part,
});

describe('the order of the list', () => {
  it('shows what changed last first, and leaves the rows it was given as they are', () => {
    const rows = [1, 3, 2].map((changedAt) => enterpriseRow({ name: `厂${changedAt}` }, { changedAt }));
    expect(names(sorted(rows, LATEST_FIRST))).toEqual(['厂3', '厂2', '厂1']);
    expect(names(rows)).toEqual(['厂1', '厂3', '厂2']);
  });

  it('sorts names by their pinyin, not by code point, and numbers in them by size', () => {
    const rows = ['织锦家纺', '安和纺织', '鲁北印染10厂', '鲁北印染2厂', '博兴织造'].map((name) =>
      enterpriseRow({ name }),
    );
    const ascending = ['安和纺织', '博兴织造', '鲁北印染2厂', '鲁北印染10厂', '织锦家纺'];
    expect(both(rows, 'name')).toEqual([ascending, ascending.toReversed()]);
  });

  it('keeps unknown values last in both directions', () => {
    const green = (low: number, high = low) => summary({ packs: { 'green-factory': { low, high, level: null } } });
    const rows = [
      enterpriseRow({ name: '未诊断', enterprise: { subSectors: [] } }, { changedAt: 9 }),
      enterpriseRow(
        { name: '中', enterprise: { region: { city: '潍坊市' }, subSectors: ['WEAVING', 'DYEING'] } },
        { summary: { ...green(40, 60), answered: 5 } },
      ),
      enterpriseRow({ name: '没有题', enterprise: { subSectors: [] } }, { summary: summary({ applicable: 0 }) }),
      enterpriseRow(
        { name: '低', enterprise: { region: { city: '滨州市' }, subSectors: ['WEAVING'] } },
        { summary: { ...green(40, 50), answered: 0 } },
      ),
      enterpriseRow(
        { name: '高', enterprise: { region: { city: '淄博市' }, subSectors: ['FIBER'] } },
        { summary: { ...green(100), answered: 10 } },
      ),
    ];
    for (const column of ['city', 'sub-sectors', 'green-factory', 'completeness'] as const) {
      const [ascending, descending] = both(rows, column);
      expect(ascending, column).toEqual(['低', '中', '高', '未诊断', '没有题']);
      expect(descending, column).toEqual(['高', '中', '低', '未诊断', '没有题']);
    }
  });

  it('puts equal values latest first in both directions', () => {
    const rows = [1, 3, 2].map((changedAt) => enterpriseRow({ name: '同名', id: `mill-${changedAt}` }, { changedAt }));
    for (const direction of ['ascending', 'descending'] as const)
      expect(sorted(rows, { column: 'name', direction }).map((row) => row.id)).toEqual(['mill-3', 'mill-2', 'mill-1']);
  });

  it('sorts by a column ascending at the first click and turns round at every other', () => {
    const first = orderAfterClick(LATEST_FIRST, 'name');
    const second = orderAfterClick(first, 'name');
    expect(first).toEqual({ column: 'name', direction: 'ascending' });
    expect(second).toEqual({ column: 'name', direction: 'descending' });
    expect(orderAfterClick(second, 'name')).toEqual(first);
    expect(orderAfterClick(LATEST_FIRST, 'changed')).toEqual({ column: 'changed', direction: 'ascending' });
  });
});

describe('the remembered order', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is latest first until another is chosen, for every column', () => {
    expect(rememberedOrder()).toEqual(LATEST_FIRST);
    for (const column of COLUMNS) {
      rememberOrder({ column, direction: 'ascending' });
      expect(rememberedOrder()).toEqual({ column, direction: 'ascending' });
    }
  });

  it('is latest first where something else was kept', () => {
    rememberOrder({ column: 'name', direction: 'ascending' });
    for (const text of ['', 'name', 'name sideways', 'shoe-size ascending']) {
      for (const key of kept.keys()) kept.set(key, text);
      expect(rememberedOrder(), text).toEqual(LATEST_FIRST);
    }
  });
});
