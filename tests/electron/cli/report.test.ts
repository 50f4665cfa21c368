import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '#tests/support/cli.ts';
import { ALL_TOPICS, dossierJson } from '#tests/support/dossiers.ts';
import { heardIn, readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('pdfinfo', 'pdftotext');

const AWKWARD = '甲\t乙\u00a0丙 m³ CO₂ ① ☑ 😀 𠮷 ℃ ㎡ 丁\u200b戊';
const AWKWARD_PRINTED = '甲乙丙m³CO2①〓〓〓℃㎡丁戊';
const LONG = (mark: string, length: number) =>
  `${mark}：${'核实记录（第二次）：“水洗机”改造三台，其余明年；'.repeat(Math.ceil(length / 24))}`.slice(0, length);
const STRINGS = {
  name: LONG('示例名称', 80),
  county: LONG('县区', 80),
  contact: LONG('联系人', 80),
  note: LONG('备注', 2000),
  flag: LONG('标记', 300),
  na: LONG('理由', 300),
  unknown: LONG('谁知道', 80),
  unscored: LONG('未计分', 300),
  hidden: LONG('不适用题', 300),
  evidence: LONG('附件', 80),
  evidenceNote: LONG('附件说明', 300),
};
const HASH = 'a'.repeat(64);

const torture = {
  ...dossierJson({
    id: 'torture',
    name: STRINGS.name,
    enterprise: {
      region: { city: '滨州市', county: STRINGS.county },
      contacts: [{ name: STRINGS.contact, role: AWKWARD }],
    },
    packs: { ...ALL_TOPICS, 'sme-digital-level': '1.0.0' },
    answers: {
      'IM-ORG-01': { self: { rung: 3 }, note: STRINGS.note, flag: STRINGS.flag, evidence: [`sha256:${HASH}`] },
      'IM-ORG-02': { self: { na: STRINGS.na }, note: AWKWARD },
      'IM-ORG-03': { self: { rung: 2.5 }, verified: { unknown: STRINGS.unknown } },
      'IM-GAR-01': { self: { na: STRINGS.hidden } },
      'MIIT-01': { self: { choices: ['1'] }, note: STRINGS.unscored },
      'G-G01': { self: { unknown: AWKWARD } },
    },
  }),
  evidence: [{ sha256: HASH, name: STRINGS.evidence, note: STRINGS.evidenceNote, addedOn: '2026-03-02' }],
};

describe.skipIf(missing !== null).each(['zh-CN', 'en'])('a report of awkward strings in %s', (language) => {
  function report() {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mill.json'), JSON.stringify(torture));
    const run = runCli(['mill.json', '--out', 'out', '--lang', language, '--as-of', '2026-11-24'], folder);
    const read = (name: string) => readFileSync(join(folder, 'out', name));
    return { run, bytes: read('report.pdf'), annexes: read('annexes.pdf') };
  }

  it('has every stored string, and tells what it could not print', () => {
    const { run, bytes, annexes } = report();
    expect(run.exit).toBe(0);
    expect(run.stdout.split('\n').filter((line) => line.includes('U+1F600'))).toHaveLength(1);
    const [body, rest] = [readPdf(bytes), readPdf(annexes)];
    const heard = heardIn(body.path) + heardIn(rest.path);
    for (const [what, text] of Object.entries(STRINGS)) expect(heard, what).toContain(withoutSpace(text));
    expect(heard.split(AWKWARD_PRINTED).length - 1).toBeGreaterThanOrEqual(3);
    for (const { pages } of [body, rest]) expect(pages.at(-1)).toContain('U+20BB7');
  });

  it('is the same file twice', () => {
    expect(report().bytes.equals(report().bytes)).toBe(true);
  });
});
