import { describe, expect, it } from 'vitest';
import { isInForce } from '#assessments/planning/open-policies.ts';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { AS_OF, BUDGETS, demoJson, planned } from '#tests/support/planned-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { textsOf } from '#tests/support/report-texts.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
const CHAPTERS = {
  'zh-CN': ['改进方案（一企一策）', '方案附件', '承诺与签章'],
  en: ['Improvement plan', 'Annexes of the plan', 'Commitment and signatures'],
};
const mills = await Promise.all(
  Object.entries(BUDGETS).flatMap(([id, budget]) =>
    LANGUAGES.map(async (language) => ({ id, language, ...(await planned(demoJson(id), language, budget)) })),
  ),
);

/** The blocks of the plan and its annexes. */
function planBlocks({ blocks, language }: ReportDocument): Block[] {
  let isPlan = false;
  return blocks.filter((block) => {
    if (block.kind === 'heading' && block.level === 1) isPlan = CHAPTERS[language].includes(block.text);
    return isPlan;
  });
}

/** The blocks below a heading of level 2. */
function section(report: ReportDocument, heading: string): Block[] {
  const blocks = planBlocks(report);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= 2);
  return start === -1 ? [] : rest.slice(0, end === -1 ? rest.length : end);
}

const textOf = (blocks: readonly Block[]) => blocks.flatMap(textsOf).join('\n');
const hanzi = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/.test(c)).length;

describe.each(mills)('the plan of $id in $language', ({ language, dossier, input, plan, report }) => {
  const text = textOf(planBlocks(report));

  it('has a chapter, annexes and a page to sign', () => {
    const headings = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(headings).toEqual(expect.arrayContaining([...CHAPTERS[language]]));
    expect(plan.plan.planned.length).toBeGreaterThan(5);
  });

  it('holds every chosen measure by id and name, in table, cards, docking and materials', () => {
    const headings =
      language === 'zh-CN'
        ? ['措施总表', '措施说明', '对接清单', '要准备的材料']
        : ['All measures', 'The measures one by one', 'Docking list', 'Material to prepare'];
    for (const heading of headings) {
      const part = textOf(section(report, heading));
      for (const { item, measure } of plan.plan.planned) {
        expect(part, heading).toContain(item.id);
        expect(part, heading).toContain(measure?.name[language]);
      }
    }
  });

  it('marks every estimated cost', () => {
    const mark = language === 'zh-CN' ? '参考值（待核）' : 'reference value (to be verified)';
    const rows = section(report, language === 'zh-CN' ? '措施总表' : 'All measures').flatMap((block) =>
      block.kind === 'table' ? block.rows.filter((row) => row.band !== true) : [],
    );
    expect(rows).toHaveLength(plan.plan.planned.length);
    for (const { cells } of rows) expect(cells[2]).toContain(mark);
  });

  it('names no policy that is over or that nobody saw', () => {
    const shown = textOf(section(report, language === 'zh-CN' ? '政策' : 'Policies'));
    expect(shown).toContain(dossier.enterprise.name);
    const vain = plan.policies.policies.filter((policy) => !isInForce(policy, AS_OF));
    expect(vain.length).toBeGreaterThan(50);
    for (const policy of vain) {
      expect(text).not.toContain(policy.gives[language]);
      expect(shown).not.toContain(policy.title[language]);
    }
  });

  it('has no hole where a value should be', () => {
    expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|\{\w+\}/);
    const empty = planBlocks(report).flatMap((block) =>
      block.kind === 'table' && block.rows.length === 0 ? [block.caption] : [],
    );
    expect(empty).toEqual([]);
  });

  it('has as many cells as columns, and figures that say the same as their tables', () => {
    for (const block of planBlocks(report)) {
      const table = block.kind === 'table' ? block : block.kind === 'figure' ? block.table : null;
      for (const row of table?.rows ?? [])
        if (row.band !== true && row.span !== true) expect(row.cells).toHaveLength(table?.columns.length ?? 0);
    }
  });

  it('is the same twice', () => {
    expect(JSON.stringify(reportOf(millOf(input)))).toBe(JSON.stringify(report));
  });
});

describe('the plans of different mills', () => {
  it('say no sentence of their own in the same words', () => {
    const [first, ...others] = mills.filter(({ language }) => language === 'zh-CN').map(ownSentences);
    expect(first?.size).toBeGreaterThan(10);
    const shared = [...(first ?? [])].filter((sentence) => others.every((other) => other.has(sentence)));
    expect(shared).toEqual([]);
  });

  /** Sentences of 15 hanzi and more, without what they quote of questions, measures, policies and guidance. */
  function ownSentences({ report, plan, input }: (typeof mills)[number]): Set<string> {
    const quotes = new Set<string>();
    JSON.stringify(
      [plan.catalogue.measures, plan.policies, input.scored.packs, input.guidance],
      (_key, value: unknown) => {
        if (typeof value === 'string' && hanzi(value) > 3) quotes.add(value);
        return value;
      },
    );
    const longestFirst = [...quotes].sort((a, b) => b.length - a.length);
    const own = planBlocks(report)
      .filter((block) => block.kind !== 'heading')
      .flatMap(textsOf)
      .flatMap((text) =>
        longestFirst.reduce((rest, quote) => rest.replaceAll(quote, '\n'), text).split(/[。！？；\n]/),
      );
    return new Set(own.map((sentence) => sentence.trim()).filter((sentence) => hanzi(sentence) >= 15));
  }

  it('use no foreign word in Chinese that the catalogue, the questions and the mill do not', () => {
    for (const { report, language, plan, input } of mills.filter((mill) => mill.language === 'zh-CN')) {
      const chinese: string[] = [];
      JSON.stringify(
        [plan.catalogue, plan.policies, input.scored.packs, input.scored.dossier],
        (key, value: unknown) => {
          if (typeof value === 'string' && key !== 'en') chinese.push(value);
          return value;
        },
      );
      const known = new Set([...chinese.join(' ').matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word));
      const words = [...textOf(planBlocks(report)).matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
      expect(language).toBe('zh-CN');
      expect([...new Set(words)].filter((word) => !known.has(word) && !/^(kgce|tce|[a-f]{2,6})$/.test(word))).toEqual(
        [],
      );
    }
  });

  it('are complete in English', () => {
    for (const { report, dossier, plan } of mills.filter((mill) => mill.language === 'en')) {
      const own = JSON.stringify([
        dossier,
        plan.policies.policies.map((policy) => policy.documentNo),
        plan.catalogue.sources,
      ]);
      const left = planBlocks(report)
        .flatMap(textsOf)
        .flatMap((text) => text.match(/[\u4e00-\u9fff]+/g) ?? []);
      expect([...new Set(left)].filter((run) => !own.includes(run))).toEqual([]);
    }
  });
});

describe('a plan at its edges', () => {
  it('says so where nothing fits, and asks nobody to sign', async () => {
    const { report } = await planned(demoJson('demo-spinning'), 'zh-CN', 0);
    const text = textOf(planBlocks(report));
    expect(text).toContain('在0万元预算内没有一项适用措施放得下');
    expect(text).not.toContain('承诺与签章');
  });

  it('explains the first forty of very many measures and lists them all', async () => {
    const { report, plan } = await planned(dossierJson({ name: '某某印染厂' }), 'zh-CN', 1e7);
    const chosen = plan.plan.planned;
    expect(chosen.length).toBeGreaterThan(60);
    const table = textOf(section(report, '措施总表'));
    for (const { item } of chosen) expect(table).toContain(item.id);
    const cards = section(report, '措施说明');
    expect(textOf(cards)).toContain(`有${chosen.length}项措施`);
    const bands = cards.flatMap((block) => (block.kind === 'table' ? block.rows.filter((row) => row.band) : []));
    expect(bands).toHaveLength(40);
    const figures = section(report, '三个阶段与时间表').filter((block) => block.kind === 'figure');
    expect(figures.length).toBeGreaterThan(1);
    for (const { figure } of figures) expect(figure.height).toBeLessThan(600);
  });

  it('shows the mill’s own measures, prices, people and days', async () => {
    const json = demoJson('demo-dyeing');
    const { report, workbook } = await planned(
      {
        ...json,
        plan: {
          madeOn: AS_OF,
          diagnosis: 'd1',
          request: { budgetWan: 60 },
          items: [
            { id: 'WA02', phase: 1, costWan: 2.5, owner: '张工', startOn: '2027-01-10', endOn: '2027-03-01' },
            { id: 'own-1', phase: 2, name: '自建污泥干化棚', costWan: 31, note: '已报价' },
          ],
        },
      },
      'zh-CN',
      undefined,
    );
    const text = textOf(planBlocks(report));
    for (const part of [
      '自建污泥干化棚',
      '31（企业报价）',
      '2.5（企业报价）',
      '张工、2027-01-10、2027-03-01',
      '已报价',
    ])
      expect(text).toContain(part);
    expect(text).toContain('计划的33.5万元全部按');
    const sheet = workbook.sheets.find(({ name }) => name === '方案');
    expect(sheet?.rows.map((row) => row.slice(0, 6))).toEqual([
      [1, 'WA02', '管网查漏与压力控制', 2.5, 2.5, 2.5],
      [2, '—', '自建污泥干化棚', 31, 31, 31],
    ]);
  });

  it('is no chapter and no sheet where there is no plan', async () => {
    const { input } = await planned(demoJson('demo-spinning'), 'zh-CN', 100);
    expect(planBlocks(reportOf(millOf({ ...input, plan: null })))).toEqual([]);
  });
});

describe('the sheet of the plan', () => {
  it.each(mills)('holds every measure of $id in $language with money as numbers', ({ plan, workbook, language }) => {
    const [sheet, docking] = ['plan', 'docking'].map(
      (name, i) =>
        workbook.sheets.find(
          (one) => one.name === (language === 'zh-CN' ? ['方案', '对接'] : ['Plan', 'Docking'])[i],
        ) ?? name,
    );
    if (typeof sheet !== 'object' || typeof docking !== 'object') throw new Error('no sheet');
    expect(sheet.rows.map((row) => [row[1], row[4]])).toEqual(
      plan.plan.planned.map(({ item, cost }) => [item.id, rounded(cost.planned)]),
    );
    for (const { rows, columns } of [sheet, docking])
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        row.forEach((cell, i) => {
          if (columns[i]?.kind === 'wan') expect(cell === null || typeof cell === 'number').toBe(true);
        });
      }
  });
});
