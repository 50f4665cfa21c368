import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { summary } from '#assessments/reporting/chapters/summary.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { summaryLines } from '#electron/cli/summary.ts';
import { reported } from '#tests/support/demo-mills.ts';
import { demoJson } from '#tests/support/planned-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { allBlocks, textOf, textsOf } from '#tests/support/report-texts.ts';
import { tableOf } from '#tests/support/workbooks.ts';

const OFFICIAL = /GB\/T 39116 (未达规划级|规划级|规范级|集成级|优化级|引领级)（参考等级，非认证）/;

describe('the indicative level after GB/T 39116', () => {
  const { documents, workbook, input, result } = reported(demoJson('demo-dyeing'));

  it('stands beside our own wherever that stands in the report', () => {
    const level = `${result.packs['intelligent-manufacturing']?.level}级（共5级）`;
    for (const { blocks } of [documents.brief, documents.report]) {
      const found = blocks
        .flatMap((block) => (block.kind === 'figure' ? [block.table] : block.kind === 'table' ? [block] : []))
        .filter(({ rows }) => rows.some(({ cells }) => cells.includes(level)));
      expect(found.length).toBeGreaterThanOrEqual(1);
      for (const { columns, rows } of found) {
        expect(columns.map(({ title }) => title)).toContain('官方参考等级（非认证）');
        for (const { cells } of rows.filter((row) => row.cells.includes(level)))
          expect(cells.filter((cell) => typeof cell === 'string' && /^GB\/T 39116 规范级$/m.test(cell))).toHaveLength(
            1,
          );
      }
    }
  });

  it('stands in the workbook and on standard output, once', () => {
    const levels = tableOf(workbook, '得分和等级');
    expect(levels.rows.map((row) => row[0])).toEqual(['智能制造', '企业上云', '水效', '绿色工厂']);
    expect(levels.rows.map((row) => OFFICIAL.test(String(row.at(-1))))).toEqual([true, false, false, false]);
    const lines = summaryLines(input.scored, result, 'zh-CN');
    expect(lines.filter((line) => OFFICIAL.test(line))).toHaveLength(1);
  });

  it('is said of no other topic, nor where nothing maps', () => {
    const { documents: other } = reported(dossierJson({ packs: { 'water-efficiency': '1.0.0' } }));
    expect(textOf(allBlocks(other))).not.toMatch(OFFICIAL);
  });
});

describe('the highest and the lowest topic', () => {
  const GREEN = shippedPacks['green-factory'].questions;
  const yes = Object.fromEntries(
    GREEN.filter(({ form }) => form.kind === 'gate').map(({ id }) => [id, { self: { gate: 'yes' } }]),
  );
  /** Every ladder question of a pack at one rung. */
  const at = (pack: string, rung: number) =>
    Object.fromEntries(
      packList(shippedPacks)
        .filter(({ id }) => id === pack)
        .flatMap(({ questions }) => questions)
        .filter(({ form }) => form.kind === 'ladder')
        .map(({ id }) => [id, { self: { rung } }]),
    );
  const numeric = (pack: string, value: number) =>
    Object.fromEntries(
      packList(shippedPacks)
        .filter(({ id }) => id === pack)
        .flatMap(({ questions }) => questions)
        .filter(({ form }) => form.kind === 'numeric')
        .map(({ id }) => [id, { self: { value } }]),
    );
  const claims = (answers: Record<string, unknown>, packs: readonly string[]) =>
    summary(
      millOf(reported(dossierJson({ answers, packs: Object.fromEntries(packs.map((pack) => [pack, '1.0.0'])) })).input),
    )
      .flatMap(textsOf)
      .filter((text) => /得分最[高低]/.test(text))
      .join('\n');
  const [IM, CL, GF] = ['intelligent-manufacturing', 'cloud-adoption', 'green-factory'];

  it('are named where no completion of what is unknown changes it', () => {
    const answers = { ...at(IM, 4), ...numeric(IM, 0.5), ...at(CL, 1), ...numeric(CL, 1) };
    expect(claims(answers, [IM, CL])).toMatch(/得分最高的是智能制造.*最低的是企业上云/);
  });

  it('are not named where the intervals overlap', () => {
    expect(claims({ ...at(IM, 4) }, [IM, CL])).toBe('');
    expect(claims({ ...at(IM, 5), ...yes }, [IM, GF])).toBe('');
  });
});

describe('the team of a round', () => {
  it('is printed on the cover, each with what was given', () => {
    const json = dossierJson();
    const [round] = json['diagnoses'] as object[];
    const team = [{ name: '甲', role: '数字化专家', unit: '某院', duty: '现场核实' }, { role: '设备主管' }];
    const { report } = reported({ ...json, diagnoses: [{ ...round, team }] });
    const cover = report.blocks.find((block) => block.kind === 'cover');
    expect(cover?.rows.find(([label]) => label === '诊断组')?.[1]).toBe('甲（数字化专家、某院）：现场核实\n设备主管');
    expect(reported(json).report.blocks.flatMap(textsOf)).not.toContain('诊断组');
  });
});
