import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library, packList, shippedPacks } from '#assessments/packs/registry.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import type { Guidance, Pack } from '#assessments/schema/pack.ts';
import { PROJECT } from '#tests/support/cli.ts';

const packs = packList(shippedPacks);
const shippedGuidance = await library.help(shippedPacks);
const questions = packs.flatMap((pack) => pack.questions);
const kpis = packs.flatMap((pack) => ('kpis' in pack ? pack.kpis : []));
const guided = [...questions, ...kpis].map((entry) => ({
  id: entry.id,
  stem: entry.stem,
  guidance: shippedGuidance[entry.id],
}));
const hanzi = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/.test(c)).length;
const HELP = ['why', 'goodEnough', 'doBetter'] as const;

interface Identified {
  readonly id: string;
}

/** Every version of every pack. */
function packFolders(): { folder: string; path: string }[] {
  const all = join(PROJECT, 'assessments', 'packs');
  return readdirSync(all, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('pack.json'))
    .map((path) => ({ folder: dirname(path), path: join(all, dirname(path)) }));
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

/** Every localized text anywhere in a value, with its path. */
function localizedTexts(value: unknown, path = ''): { path: string; zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if (typeof record['zh-CN'] === 'string') return [{ path, zh: record['zh-CN'], en: String(record['en']) }];
  return Object.entries(record).flatMap(([key, child]) => localizedTexts(child, `${path}/${key}`));
}

/** A text without what it shares with its stem, so that template sentences become equal. */
function withoutStem(text: string, stem: string): string {
  const words = new Set(stem.match(/[\u4e00-\u9fff]{2}/g) ?? []);
  let bare = text;
  for (const word of words) bare = bare.replaceAll(word, '');
  return bare.replaceAll(/[^\u4e00-\u9fff]/g, '');
}

describe('numbers of the packs', () => {
  it('are those of the method', () => {
    const count = (id: keyof typeof shippedPacks) => shippedPacks[id].questions.length;
    expect(count('intelligent-manufacturing')).toBe(62);
    expect(count('cloud-adoption')).toBe(26);
    expect(count('water-efficiency')).toBe(21);
    expect(count('green-factory')).toBe(33);
    expect(count('sme-digital-level')).toBe(15);
    expect(shippedPacks['sme-digital-level'].scenes.filter((scene) => scene.constrained)).toHaveLength(10);
    expect(shippedPacks['sme-digital-level'].scenes).toHaveLength(16);
  });

  it('have unique ids across packs', () => {
    const ids = [...questions, ...kpis].map((entry) => entry.id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('have weights that make sense', () => {
    for (const pack of packs) {
      for (const type of ['process', 'discrete'] as const) {
        const total = pack.dimensions.reduce((sum, dimension) => sum + dimension.weight[type], 0);
        expect(pack.dimensions.length === 0 ? 100 : total, `${pack.id} ${type}`).toBe(100);
      }
    }
    const management = shippedPacks['water-efficiency'].questions.filter((question) => question.dimension === 'MGT');
    for (const site of ['wet', 'dry'] as const) {
      const shown = management.filter(
        (question) => question.applies.site === undefined || question.applies.site === site,
      );
      expect(
        shown.reduce((sum, question) => sum + question.weight, 0),
        site,
      ).toBe(40);
    }
    const { questions: items } = shippedPacks['sme-digital-level'];
    expect(items.reduce((sum, item) => sum + item.weight, 0)).toBeCloseTo(100, 9);
    expect(shippedPacks['green-factory'].simItems.reduce((sum, item) => sum + item.points, 0)).toBe(100);
  });

  it('rise with the rung and the level', () => {
    for (const question of questions) {
      if (question.form.kind === 'gate' || question.form.kind === 'multiple') continue;
      const { points } = question.form;
      expect(
        [...points].sort((a, b) => a - b),
        question.id,
      ).toEqual(points);
    }
    for (const pack of packs) expect([...pack.levels.thresholds].sort((a, b) => a - b)).toEqual(pack.levels.thresholds);
  });

  it('have anchors that run one way', () => {
    for (const kpi of kpis) {
      for (const { key, values } of kpi.anchors) {
        const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
        const oneWay = steps.every((step) => step <= 0) || steps.every((step) => step >= 0);
        expect(oneWay && steps.some((step) => step !== 0), `${kpi.id} ${key}`).toBe(true);
      }
    }
  });
});

describe('references of the packs', () => {
  it('lead somewhere', () => {
    const ids = new Set(questions.map((question) => question.id as string));
    for (const pack of packs) {
      const dimensions = new Set<string>([
        ...pack.dimensions.map((dimension) => dimension.id),
        'GATE',
        'BASE',
        'MANAGEMENT',
        'OUTCOME',
      ]);
      for (const question of pack.questions) {
        expect(dimensions.has(question.dimension), question.id).toBe(true);
        expect(pack.sources[question.source], question.id).toBeDefined();
        expect(question.options.length, question.id).toBe(optionCount(question.form));
      }
      for (const id of referenced(pack)) expect(ids.has(id), `${pack.id} ${id}`).toBe(true);
    }
    for (const kpi of kpis)
      expect(
        packs.some((pack) => 'kpis' in pack && pack.kpis.includes(kpi) && pack.sources[kpi.source] !== undefined),
        kpi.id,
      ).toBe(true);
  });
});

function optionCount(form: Pack['questions'][number]['form']): number {
  switch (form.kind) {
    case 'ladder':
    case 'numeric':
    case 'option':
      return 5;
    case 'gate':
      return 3;
    case 'tally':
      return form.choices.length;
    case 'single':
    case 'multiple':
      return form.points.length;
  }
}

function referenced(pack: Pack): string[] {
  switch (pack.method) {
    case 'ladder':
      return pack.levelRules.flatMap((rule) => (rule.kind === 'question-at-rung' ? [rule.question] : []));
    case 'water':
      return [];
    case 'green':
      return [pack.platform.question, pack.contradiction.gate, pack.contradiction.question];
    case 'sme':
      return [
        ...pack.scenes.flatMap((scene) => scene.questions.map(({ id }) => id)),
        ...pack.questions.flatMap((question) =>
          'fallback' in question.form && question.form.fallback !== undefined ? [question.form.fallback] : [],
        ),
      ];
  }
}

describe('texts of the packs', () => {
  it('are complete and different in both languages', () => {
    const texts = packs
      .flatMap((pack) => localizedTexts(pack, pack.id))
      .concat(localizedTexts(shippedGuidance, 'guidance'));
    expect(texts.length).toBeGreaterThan(1500);
    const bad = texts.filter(
      ({ zh, en }) =>
        zh.trim() === '' || en.trim() === '' || /[\u4e00-\u9fff]/.test(en.replaceAll(/〔|〕/g, '')) || zh === en,
    );
    expect(bad.filter(({ zh }) => hanzi(zh) > 0).map(({ path, en }) => `${path} ${en}`)).toEqual([]);
  });

  it('leave nothing to be written later', () => {
    const texts = packs.flatMap((pack) => localizedTexts(pack, pack.id));
    expect(texts.filter(({ zh }) => zh.includes('待写')).map(({ path }) => path)).toEqual([]);
  });

  it('ask in a full sentence', () => {
    const plain = questions.filter(({ stem }) => !/[？。]$/.test(stem['zh-CN']) || !/[?.]$/.test(stem.en));
    expect(plain.map((question) => question.id)).toEqual([]);
  });
});

describe('guidance', () => {
  it.each(packFolders())('stands beside its question in $folder, file by file and in the same order', ({ path }) => {
    const { kpis } = readJson(path, 'pack.json') as { kpis?: readonly Identified[] };
    const guided = readdirSync(join(path, 'questions')).map((name) => ({
      name,
      of: readJson(path, 'questions', name),
    }));
    if (kpis !== undefined) guided.push({ name: 'KPI.json', of: kpis });
    expect(readdirSync(join(path, 'guidance')).sort()).toEqual(guided.map(({ name }) => name).sort());
    for (const { name, of } of guided)
      expect(Object.keys(readJson(path, 'guidance', name) as object), name).toEqual(
        (of as readonly Identified[]).map(({ id }) => id),
      );
  });

  it('is there for every question and KPI, and for nothing else', () => {
    expect(guided.filter(({ guidance }) => guidance === undefined).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(shippedGuidance).filter((id) => !guided.some((entry) => entry.id === id))).toEqual([]);
  });

  it('has at least 20 hanzi a text and does not repeat the stem', () => {
    const bad = guided.flatMap(({ id, stem, guidance }) =>
      HELP.filter((help) => {
        const text = guidance?.[help]['zh-CN'] ?? '';
        return hanzi(text) < 20 || text.includes(stem['zh-CN'].replace(/[？。]$/, ''));
      }).map((help) => `${id} ${help}`),
    );
    expect(bad).toEqual([]);
  });

  it('is no template: no two texts are equal, with or without their stems', () => {
    const seen = new Map<string, string>();
    const twins: string[] = [];
    for (const { id, stem, guidance } of guided) {
      for (const help of HELP) {
        const text = guidance?.[help]['zh-CN'] ?? '';
        for (const key of [text, withoutStem(text, stem['zh-CN'])]) {
          const other = seen.get(key);
          if (other !== undefined && other !== `${id} ${help}`) twins.push(`${id} ${help} = ${other}`);
          seen.set(key, `${id} ${help}`);
        }
      }
    }
    expect(twins).toEqual([]);
  });

  const NOUNS: Readonly<Record<Guidance['proof'][number]['kind'], RegExp>> = {
    document:
      /文件|制度|计划|合同|许可|证|报告|图|规程|方案|任命|协议|清单|规划|手册|预案|标准|办法|书|单|批复|决议|纪要|函|说明|规定|职责|表/,
    record: /记录|台账|清单|报表|凭证|签到|单|表|账|日志|曲线|数据|统计|纪要|档案|明细|发票|报告|卡/,
    photo: /照片|影像|录像/,
    system: /截图|系统|平台|后台|界面|看板|软件|模块|页面|屏/,
  };

  it('sends to people whom a mill of 180 has, each under one name', () => {
    const posts = [...guided.map(({ guidance }) => guidance?.ask), ...Object.values(factSheet).map(({ ask }) => ask)];
    const names = [...new Set(posts.map((ask) => ask?.['zh-CN'] ?? ''))];
    expect(
      names.filter((name) => /(?<!总)经理|科长|专员|工程师|副总|助理|分管|法务|信息中心|管理员|部$/.test(name)),
    ).toEqual([]);
    expect(new Set(posts.map((ask) => ask?.en)).size).toBe(names.length);
  });

  it('names with every proof a document, record, photo or system', () => {
    const vague = guided.flatMap(({ id, guidance }) =>
      (guidance?.proof ?? [])
        .filter((proof) => !NOUNS[proof.kind].test(proof['zh-CN']))
        .map((proof) => `${id} ${proof.kind} ${proof['zh-CN']}`),
    );
    expect(vague).toEqual([]);
  });
});
