import { describe, expect, it } from 'vitest';
import { answersAnnex } from '#assessments/reporting/annexes/answers.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { dossierJson, scoredMillOf } from '#tests/support/dossiers.ts';
import { nextLibrary } from '#tests/support/next-cloud-pack.ts';
import { textsOf } from '#tests/support/report-texts.ts';
import { tableOf } from '#tests/support/workbooks.ts';

const answers = {
  'CL-VAL-01': { self: { rung: 2 } },
  'CL-VAL-05': { self: { rung: 3 }, verified: { rung: 2 }, note: '二车间' },
  'ZZ-NO-01': { self: { rung: 3 } },
};
const scored = scoredMillOf(Dossier.parse(dossierJson({ answers })), nextLibrary);
const language = 'zh-CN';
const result = resultOf(scored, { language, sha256: () => '0'.repeat(64) });
const mill = millOf({ scored, result, guidance: {}, language });
const TITLE = '本轮题包版本没有的题（答案保留，不计分）';

describe('answers to questions that the pinned versions do not have', () => {
  it('are no part of the score', () => {
    const without = { 'CL-VAL-01': answers['CL-VAL-01'] };
    const other = scoredMillOf(Dossier.parse(dossierJson({ answers: without })), nextLibrary);
    expect(scored.scores).toEqual(other.scores);
  });

  it('stand in the annex under a heading that says so, in the words of the version that has the question', () => {
    const blocks = answersAnnex(mill);
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === TITLE);
    const said = textsOf(blocks[at + 1] ?? expect.fail('no table of stray answers'));
    expect(said).toContain('CL-VAL-05');
    expect(said).toContain('上云以后，由谁来看这些系统用得好不好？');
    for (const part of ['信息员每月看一次', '二车间']) expect(said.some((text) => text.includes(part))).toBe(true);
  });

  it('are kept though no version has the question', () => {
    const said = answersAnnex(mill).flatMap(textsOf);
    expect(said).toContain('ZZ-NO-01');
    expect(said).toContain('{"rung":3}');
  });

  it('stand in the workbook without points', () => {
    const row = tableOf(workbookOf(mill), '答案').rows.find((cells) => cells.includes('CL-VAL-05'));
    expect(row?.slice(0, 3)).toEqual(['上云', TITLE, 'CL-VAL-05']);
    expect(row?.slice(-3)).toEqual([null, null, null]);
  });
});
