import { describe, expect, it } from 'vitest';
import { FACT_IDS } from '#assessments/schema/facts.ts';
import { fillText } from '#assessments/schema/fill-text.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Problem } from '#assessments/schema/problem.ts';
import { diagnosisDays } from '#renderer/features/home/diagnosis-days.ts';
import { dossierParts } from '#renderer/features/home/dossier-parts.ts';
import { problemPlace } from '#renderer/features/home/problem-place.ts';
import { readImport } from '#renderer/features/home/read-import.ts';
import type { WindowWords } from '#renderer/i18n/use-words.ts';
import { texts } from '#renderer/i18n/texts.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const wordsIn = (language: Language): WindowWords => ({
  language,
  say: (id, values = {}) => fillText(texts[id][language], values),
  pick: (text) => text?.[language] ?? '',
});

function shown(path: Problem['path'], days: readonly (string | null)[] = [], language: Language = 'zh-CN'): string {
  const { names, unnamed } = problemPlace(path, dossierParts(wordsIn(language), days));
  return [...names, ...(unnamed === null ? [] : [`<${unnamed}>`])].join(' · ');
}

/** The places of every problem of a file, as the window shows them. */
async function placesOf(content: unknown, language: Language = 'zh-CN'): Promise<string[]> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { outcome, days } = await readImport(new File([text], 'mill.json'));
  return outcome.ok ? [] : outcome.problems.map(({ path }) => shown(path, days, language));
}

const ladder = (rung: number) => ({ self: { rung } });
const dossier = dossierJson();
const [diagnosis] = dossier['diagnoses'] as Record<string, unknown>[];

describe('the places of problems in refused dossiers', () => {
  it('names nothing in a dossier that is taken', async () => {
    expect(await placesOf(dossier)).toEqual([]);
  });

  it('names figures of a year, and shows what it does not know as it stands', async () => {
    const facts = {
      'water.intake.town': -1,
      'water.destination': 'sea',
      'water.tea': 3,
      'output.products': [
        { class: 'woven', quantity: 1, unit: 'm' },
        { class: 'wool', quantity: -2, unit: 'm' },
      ],
    };
    expect(await placesOf(dossierJson({ facts }))).toEqual([
      '年度数据 2025 · 自来水取水量',
      '年度数据 2025 · 废水去向',
      '年度数据 2025 · 合格产品产量第2项 · 产品类别',
      '年度数据 2025 · 合格产品产量第2项 · 产量',
      '年度数据 2025 · </water.tea>',
    ]);
    const register = {
      machines: [
        { kind: 'stenter', count: 6, onCloud: 7, with: { 'heat-recovery': 7, wings: 1 } },
        { kind: 'x', count: 1 },
      ],
      'machines.complete': ['stenter', 'x'],
      systems: [{ kind: 'erp', cloud: 1 }],
    };
    expect(await placesOf(dossierJson({ facts: register }))).toEqual([
      '年度数据 2025 · 设备台账第1项 · 上云',
      '年度数据 2025 · 设备台账第1项 · 功能 · 余热回收',
      '年度数据 2025 · 信息系统第1项 · 上云',
      '年度数据 2025 · 设备台账第1项 · 功能 · </wings>',
      '年度数据 2025 · 设备台账第2项 · 设备种类',
      '年度数据 2025 · 已列全的设备种类第2项',
    ]);
    expect(await placesOf(dossierJson({ facts: { 'water.intake.town': -1 } }), 'en')).toEqual([
      'Facts of 2025 · Town water',
    ]);
    expect(await placesOf({ ...dossier, facts: { '25': {} } })).toEqual(['年度数据 · </25>']);
    expect(await placesOf({ ...dossier, facts: 7 })).toEqual(['年度数据']);
  });

  it('names the parts of the profile', async () => {
    const enterprise = {
      name: '',
      uscc: '123',
      region: { city: '上海市' },
      contacts: [{ phone: 5 }],
      employees: -1,
    };
    expect(await placesOf(dossierJson({ enterprise, subSectors: ['DYEING', 'SHOES'] }))).toEqual([
      '企业 · 企业名称',
      '企业 · 统一社会信用代码',
      '企业 · 所在地区 · 所在市',
      '企业 · 细分行业第2项',
      '企业 · 从业人员',
      '企业 · 联系人第1项 · 电话',
    ]);
  });

  it('names answers by the day of their diagnosis, question and side', async () => {
    const answers = {
      'IM-ORG-01': { self: { rung: 9 }, verified: { gate: 'yes' } },
      'IM-ORG-99': ladder(1),
      'IM-ORG-02': { evidence: ['sha256:1'] },
    };
    const packs = { 'intelligent-manufacturing': '9.9.9', 'shoe-making': '1.0.0' };
    expect((await placesOf(dossierJson({ answers, packs }))).sort()).toEqual(
      [
        '诊断 2026-03-02 · 主题 · </shoe-making>',
        '诊断 2026-03-02 · 问题 IM-ORG-02 · 佐证第1项',
        '诊断 2026-03-02 · 主题 · 智能制造',
        '诊断 2026-03-02 · 问题 IM-ORG-01 · 企业自评 · 档次',
        '诊断 2026-03-02 · 问题 IM-ORG-01 · 现场核实 · 是否做到',
        '诊断 2026-03-02 · 答案 · </IM-ORG-99>',
      ].sort(),
    );
    expect(await placesOf(dossierJson({ answers: { 'IM-ORG-01': ladder(9) } }), 'en')).toEqual([
      'Diagnosis of 2026-03-02 · Question IM-ORG-01 · Self · Rung',
    ]);
  });

  it('calls a diagnosis by its number where its day is no day or stands twice', async () => {
    const wrong = { ...diagnosis, answers: { 'IM-ORG-01': ladder(9) } };
    const undated = { ...wrong, id: 'd2', openedOn: '2026-02-30' };
    expect(await placesOf({ ...dossier, diagnoses: [{ ...diagnosis, openedOn: '2025-01-01' }, undated] })).toEqual([
      '诊断 2 · 开启日期',
      '诊断 2 · 问题 IM-ORG-01 · 企业自评 · 档次',
    ]);
    expect(await placesOf({ ...dossier, diagnoses: [diagnosis, { ...wrong, id: 'd2' }] })).toEqual([
      '诊断 2 · 问题 IM-ORG-01 · 企业自评 · 档次',
    ]);
  });

  it('names files of proof and what stands beside', async () => {
    const evidence = [{ sha256: 'abc', bytes: -1, addedOn: 'today' }];
    expect(await placesOf({ ...dossier, evidence, plan: 1, visits: [3] })).toEqual([
      '提升计划',
      '现场走访第1项',
      '佐证第1项 · 文件指纹',
      '佐证第1项 · 文件大小',
      '佐证第1项 · 登记日期',
    ]);
  });

  it('names a file that is no dossier as a whole', async () => {
    expect(await placesOf('{')).toEqual(['整个文件']);
    expect(await placesOf('7')).toEqual(['整个文件']);
    expect(await placesOf({ ...dossier, version: 99 })).toEqual(['档案版本']);
    expect(await placesOf({ ...dossier, format: 'shoes' })).toEqual(['档案格式']);
    expect(await placesOf('{"enterprise": {"__proto__": 1}}')).toEqual(['企业 · </__proto__>']);
  });
});

describe('the place of a problem', () => {
  it('is the pointer where nothing has a name', () => {
    expect(shown(['a/b', 'c~d', 1])).toBe('</a~1b/c~0d/1>');
    for (const step of ['toString', '__proto__', 'constructor'])
      for (const path of [[step], ['enterprise', step], ['facts', '2025', step], ['diagnoses', 0, 'packs', step]])
        expect(shown(path)).toContain(`</${step}>`);
  });

  it('has a name for every figure in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const)
      for (const fact of FACT_IDS) expect(shown(['facts', '2025', fact], [], language)).not.toContain('<');
  });
});

describe('the days of diagnoses', () => {
  it('are none where a file holds no list of diagnoses', () => {
    for (const text of ['7', 'null', '{}', '{"diagnoses": {}}', '\uFEFF{"diagnoses": []}'])
      expect(diagnosisDays(text)).toEqual([]);
    expect(diagnosisDays('{"diagnoses": [null, {"openedOn": 5}, {"openedOn": "2026-03-02"}]}')).toEqual([
      null,
      null,
      '2026-03-02',
    ]);
  });
});
