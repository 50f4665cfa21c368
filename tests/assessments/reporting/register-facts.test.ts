import { describe, expect, it } from 'vitest';
import { reported } from '#tests/support/demo-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { allBlocks, below, textOf, textsOf } from '#tests/support/report-texts.ts';
import { tableOf } from '#tests/support/workbooks.ts';

const STENTERS = { kind: 'stenter', count: 6, since: 2016, digital: 6, networked: 4, onCloud: 2 };
const register = (machines: readonly object[]) => ({ machines, 'machines.complete': ['all'] });
const mill = reported(
  dossierJson({ facts: register([STENTERS]), prior: register([{ ...STENTERS, count: 5, digital: 5 }]) }),
);
const sheet = (name: string) => tableOf(mill.workbook, name);

describe('what the machine register tells', () => {
  it('stands in the workbook as any figure does, of the year and of the year before', () => {
    const rows = sheet('年度数据').rows.filter((row) => row.at(-1) === 'equipment.digital');
    expect(rows.map((row) => [row[0], row[3]])).toEqual([
      [2025, 6],
      [2024, 5],
    ]);
  });

  it('is the figure that a warning about it names', () => {
    const { documents } = reported(
      dossierJson({ facts: { ...register([{ ...STENTERS, count: 900_000 }]), 'people.employees': 20 } }),
    );
    const warnings = allBlocks(documents)
      .flatMap(textsOf)
      .filter((text) => text.includes('生产设备总数'));
    expect(warnings.join('\n')).toContain('900,000');
    expect(warnings.join('\n')).not.toContain('未填写');
  });
});

describe('machines and systems', () => {
  const { workbook, documents } = reported(
    dossierJson({
      facts: {
        machines: [
          { ...STENTERS, with: { 'heat-recovery': 3 }, note: '2号车间' },
          { kind: 'pv', count: 1250.5 },
        ],
        'machines.complete': ['stenter'],
        systems: [{ kind: 'mes', name: '织造执行系统', since: 2019, cloud: false }],
      },
    }),
  );
  const sheetRows = (name: string) => tableOf(workbook, name).rows;
  const table = (heading: string) => {
    const [found] = below(documents.annexes.blocks, heading);
    return found?.kind === 'table' ? found.rows.map(({ cells }) => cells) : [];
  };

  it('are listed in the annex of facts, each with all that is said of it', () => {
    expect(table('设备台账')).toEqual([
      ['拉幅定形机', '6', '台', '2016', '6', '4', '2', '余热回收 3', '2号车间'],
      ['光伏发电', '1,250.5', 'kW', '—', '—', '—', '—', '—', '—'],
    ]);
    expect(table('信息系统')).toEqual([['MES', '织造执行系统', '2019', '本地部署', '—']]);
    expect(textOf(documents.annexes.blocks)).toContain('行，覆盖：拉幅定形机');
  });

  it('have a sheet each, as numbers, and none where nothing was given', () => {
    expect(sheetRows('设备台账')[0]).toEqual([2025, '拉幅定形机', 6, '台', 2016, 6, 4, 2, '余热回收 3', '2号车间']);
    expect(sheetRows('信息系统')).toEqual([[2025, 'MES', '织造执行系统', 2019, '本地部署', null]]);
    expect(reported(dossierJson()).workbook.sheets.map(({ name }) => name)).not.toContain('设备台账');
  });
});
