import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library, packList, shippedPacks } from '#assessments/packs/registry.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { PolicyBook, type Condition } from '#assessments/schema/policy.ts';
import { SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { PROJECT } from '#tests/support/cli.ts';

const AS_OF = '2026-11-23';
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(PROJECT, 'seeds', ...path), 'utf8'));
const book = PolicyBook.parse(read('policies', 'policies.json'));
const { cities } = read('regions', 'counties.json') as { cities: { name: string; counties: string[] }[] };
const countiesOf = new Map(cities.map(({ name, counties }) => [name, counties]));

const { byId: measures } = catalogue;

const steps = book.recognitions.flatMap((recognition) => recognition.steps);
const dated = [...book.policies, ...steps];
const conditions = dated.flatMap(({ id, conditions: own = [] }) => own.map((condition) => ({ step: id, condition })));

/** Instruments that must be found by their Chinese title. */
const POLICY_TITLES = [
  '现代轻工纺织产业2022年行动计划',
  '山东省纺织服装产业行动方案（2021—2023年）',
  '纺织服装企业数字化转型诊断与培训',
  '纺织工业数字化转型实施方案',
  '万名数字专员进企业',
  '云服务券',
  '流量券',
  '“蒲公英百千万”',
  '轻工纺织产业高级管理人才培训',
  '公共实训基地',
  '山东惠才卡',
  '行业领军企业奖励',
  '高新技术设备及关键部件进口贴息',
  '重大技术改造财政贴息',
  '省环保金融项目库',
  '高水平技改支持',
  '技改专项贷贴息',
  '企业技术改造重点项目导向目录',
  '数字化转型引导区专项资金',
  '智能制造场景、数字化车间、智能工厂认定',
  '规上工业企业数字化转型工作方案',
  '关于节水优先的意见',
  '济南市节水型单位奖励',
  '青岛市国家项目资金配套',
  '平度市国家级绿色工厂奖励',
];
const DOCUMENTS = [
  '鲁工信服〔2025〕91号',
  '鲁工信装〔2022〕42号',
  '鲁政发〔2025〕12号',
  '鲁政发〔2024〕15号',
  '鲁经信信推〔2017〕417号',
  '工信部信软〔2018〕135号',
  '工信部节〔2024〕13号',
  '工信厅节函〔2025〕390号',
  '工信厅节函〔2026〕97号',
  '工信厅联节函〔2022〕163号',
  '工消费〔2010〕93号',
  '工业和信息化部公告2017年第37号',
  '工业和信息化部公告2023年第35号',
  '工信厅企业〔2024〕56号',
  '东工信字〔2026〕2号',
  '财金〔2026〕2号',
  '财金〔2026〕4号',
  '财金〔2026〕6号',
  '工信部企业〔2026〕2号',
  '工信厅企业函〔2026〕117号',
  '财建〔2024〕148号',
  '工信部政法〔2023〕138号',
  '工信部联节〔2026〕13号',
  '工信厅联通装函〔2025〕251号',
];
/** Steps of the ladders, lowest first. */
const LADDERS = [
  ['基础级智能工厂', '先进级智能工厂', '卓越级智能工厂', '领航级智能工厂'],
  ['智能制造场景', '数字化车间', '标杆企业'],
  ['创新型中小企业', '专精特新', '小巨人'],
  ['市级绿色工厂', '省级绿色工厂', '国家级绿色工厂'],
  ['计量合规', '节水型企业', '节水标杆', '水效领跑者'],
  ['印染行业规范公告'],
  ['省级制造业单项冠军', '国家级制造业单项冠军'],
  ['集群领军企业', '产业链领航型企业'],
  ['规划级', '规范级', '集成级', '优化级', '引领级'],
];

/** Kinds of projects that a policy names: the policy, and measures of that kind. No text names data-management certificates (DCMM) or first sets. */
const KINDS = [
  ['water saving', 'water-action', ['WA02', 'WA17', 'WA23']],
  ['water efficiency titles', 'leaders-2022', ['WA01', 'WA03', 'WA24']],
  ['water metering', 'gbt24789', ['WA01']],
  ['contract water saving', 'contract-water', ['WA08']],
  ['green factory', 'gradient-13', ['GR06', 'GR08', 'GR20']],
  ['photovoltaics and green power', 'gbt36132', ['EN13', 'EN14']],
  ['waste heat', 'dyeing-low-carbon-guide', ['EN09', 'EN10', 'EN11']],
  ['energy saving and less carbon', 'dyeing-low-carbon-guide', ['EN03', 'EN07']],
  ['cleaner production', 'green-finance-pool', ['GR20', 'GR21']],
  ['smart factory', 'smart-factory-ladder-2025', ['OP01', 'DS01']],
  ['renewal of equipment', 'import-interest', ['EQ05', 'WA15']],
  ['core, line and machine', 'smart-engineering', ['EQ01', 'EQ08']],
  ['move to the cloud', 'cloud-guide-2018', ['CL10', 'CL13', 'CL15']],
  ['industrial internet platform', 'gbt23031', ['CL02']],
  ['data management', 'gbt39116', ['DT01', 'DT02']],
  ['integration of informatisation and industry', 'two-integration-plan', ['OP01', 'EQ05']],
] as const;

describe('the book of policies', () => {
  it('has every id once', () => {
    for (const list of [book.policies, book.recognitions, steps, book.platforms, book.places]) {
      const ids = list.map((entry) => entry.id);
      expect(ids).toHaveLength(new Set(ids).size);
    }
  });

  it('names only sources that exist, and every source is used', () => {
    const named = new Set([...dated, ...book.platforms, ...book.places].map((entry) => entry.source));
    expect([...named].sort()).toEqual(Object.keys(book.sources).sort());
  });

  it('has dates that are dates, and none issued after its end or after it was checked', () => {
    const wrong = dated.filter(
      ({ issuedOn, validUntil, checkedOn }) =>
        checkedOn < AS_OF ||
        (issuedOn !== null &&
          (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(issuedOn) ||
            issuedOn > checkedOn ||
            (validUntil !== null && issuedOn > validUntil))),
    );
    expect(wrong.map((entry) => entry.id)).toEqual([]);
  });

  it('has the instruments, documents and ladders that the province and the ministries name', () => {
    const titles = book.policies.map((policy) => policy.title['zh-CN']);
    expect(POLICY_TITLES.filter((title) => !titles.some((known) => known.includes(title)))).toEqual([]);
    const numbers = new Set(dated.map((entry) => entry.documentNo));
    expect(DOCUMENTS.filter((number) => !numbers.has(number))).toEqual([]);
    const missing = LADDERS.filter(
      (names) =>
        !book.recognitions.some(
          (recognition) =>
            recognition.steps.length === names.length &&
            names.every((name, i) => recognition.steps[i]?.name['zh-CN'].includes(name)),
        ),
    );
    expect(missing).toEqual([]);
    expect(book.platforms.map((platform) => platform.name['zh-CN'])).toEqual([
      '卡奥斯海织云平台',
      '海思堡ASPOP服装平台',
    ]);
  });

  it('asks for the dyeing norms only where there is wet processing', () => {
    expect(book.recognitions.filter((recognition) => recognition.wetOnly).map(({ id }) => id)).toEqual([
      'dyeing-norms',
    ]);
  });

  it('checks only what the packs have', () => {
    const wrong = conditions.flatMap(({ step, condition }) =>
      isKnown(condition.check) ? [] : [`${step} ${JSON.stringify(condition.check)}`],
    );
    expect(wrong).toEqual([]);
    expect(conditions.filter(({ condition }) => condition.check !== null).length).toBeGreaterThan(50);
  });

  it('sends whoever aims at a title whose notice was not seen to this year’s notice', () => {
    const silent = book.recognitions
      .filter((recognition) => recognition.id !== 'gbt39116')
      .flatMap((recognition) => recognition.steps)
      .filter((step) => step.confirmNotice && !step.conditions.some(({ text }) => text['zh-CN'].includes('当年通知')));
    expect(silent.map((step) => step.id)).toEqual([]);
  });

  it('has the nine clusters and the six bases in counties that exist', () => {
    const where = (kind: string) => book.places.filter((place) => place.kind === kind).map((place) => place.where);
    const clusters = where('cluster').map(([place]) => `${place?.city ?? ''}${place?.county ?? ''}`);
    expect(clusters).toEqual([
      '滨州市',
      '青岛市即墨区',
      '淄博市淄川区',
      '烟台市海阳市',
      '潍坊市昌邑市',
      '潍坊市高密市',
      '枣庄市市中区',
      '滨州市惠民县',
      '菏泽市郓城县',
    ]);
    expect(where('base')).toHaveLength(6);
    const lost = book.places
      .flatMap((place) => place.where)
      .filter(({ city, county }) => county !== undefined && !countiesOf.get(city)?.includes(county));
    expect(lost).toEqual([]);
  });

  it('names measures of the catalogue, each once', () => {
    const wrong = book.policies.flatMap(({ id, helps }) => [
      ...helps.measures.filter((measure) => !measures.has(measure)).map((measure) => `${id} ${measure}`),
      ...(new Set(helps.measures).size < helps.measures.length ? [`${id} twice`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  it('of some sub-sectors names only measures that suit one of them', () => {
    const wrong = book.policies.flatMap(({ id, subSectors = SUB_SECTORS, helps }) =>
      helps.measures
        .filter((measure) => {
          const own = measures.get(measure)?.applies.subSectors ?? SUB_SECTORS;
          return !own.some((sector) => (subSectors as readonly string[]).includes(sector));
        })
        .map((measure) => `${id} ${measure}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(KINDS)('names the measures of %s in %s', (_kind, id, named) => {
    const helps = book.policies.find((policy) => policy.id === id)?.helps;
    expect(helps?.measures).toEqual(expect.arrayContaining([...named]));
  });

  it('that helps only import, training or one technology helps no whole service area', () => {
    for (const id of ['import-interest', 'training-base', 'dandelion', 'fabric-ai-project'])
      expect(book.policies.find((policy) => policy.id === id)?.helps.services, id).toEqual([]);
  });

  it('keeps the expired schemes expired', () => {
    const ended = new Map(book.policies.map((policy) => [policy.id, policy.validUntil as string | null]));
    expect(ended.get('cloud-voucher-417')).toBe('2020-11-09');
    expect(ended.get('workshop-42')).toBe('2025-12-31');
    expect(ended.get('leader-reward')).toBe('2022-12-31');
    expect(ended.get('dandelion')).toBe('2023-12-31');
  });

  it('says everything in plain Chinese with full-width punctuation', () => {
    const accepted = new Set(['ERP', 'MES', 'AI', 'ASPOP', 'ISO']);
    const odd = chineseTexts(book).filter(
      (text) => /[,;:!?()"']/.test(text) || (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !accepted.has(word)),
    );
    expect(odd).toEqual([]);
  });
});

function isKnown(check: Condition['check']): boolean {
  if (check === null) return true;
  switch (check.kind) {
    case 'pack-level':
    case 'pack-score': {
      const pack = packList(shippedPacks).find(({ id }) => id === check.pack);
      if (pack === undefined) return false;
      return check.kind === 'pack-score' ? check.score <= 100 : check.level <= pack.levels.thresholds.length;
    }
    case 'question': {
      const question = library.questionsFor({})(check.question);
      return question !== undefined && check.rung > 0 && check.rung <= topRung(question);
    }
    case 'gate': {
      const form = library.questionsFor({})(check.gate)?.form;
      return form?.kind === 'gate' || (form?.kind === 'option' && form.metFrom !== undefined);
    }
    case 'kpi':
      return check.points > 0 && check.points <= 100 && kpiIds().has(check.kpi);
    case 'readiness':
      return shippedPacks['green-factory'].readiness.some(({ id }) => id === check.step);
    case 'miit-level':
      return [1, 2, 3, 4].includes(check.level);
    case 'gbt-level':
      return [1, 2, 3, 4, 5].includes(check.level);
    case 'fact-at-least':
      return (NUMERIC_FACT_IDS as string[]).includes(check.fact);
  }
}

function kpiIds(): Set<string> {
  return new Set(packList(shippedPacks).flatMap((pack) => ('kpis' in pack ? pack.kpis.map((kpi) => kpi.id) : [])));
}

/** The highest rung or option; 0 where a question has none. */
function topRung({ form }: Question): number {
  if (form.kind === 'ladder' || form.kind === 'numeric') return 5;
  return form.kind === 'option' || form.kind === 'tally' ? 4 : 0;
}

function chineseTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'zh-CN' && typeof child === 'string' ? [child] : chineseTexts(child),
  );
}
