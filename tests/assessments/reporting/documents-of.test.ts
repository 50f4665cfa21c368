import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { problemsOf } from '#assessments/reporting/problems.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { layOutReport } from '#renderer/documents/pdf/lay-out-report.ts';
import { catalogue, policies } from '#renderer/documents/composer/plan-references.ts';
import { preliminaryFor } from '#assessments/planning/preliminary.ts';
import { CHAPTERS } from '#tests/support/chapters.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { demoJson, planned, reportedPlan, REQUESTS } from '#tests/support/planned-mills.ts';
import { allBlocks, headingsOf, textOf } from '#tests/support/report-texts.ts';

const fonts = await nodeFonts();
const demos = Object.entries(REQUESTS).map(([id, request]) => ({ id, ...planned(demoJson(id), 'zh-CN', request) }));

const pagesOf = (document: ReportDocument) => layOutReport(document, fonts).pages.length;
const hanzi = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/u.test(c)).length;

describe.each(demos)('the documents of $id', ({ documents, plan, dossier, input }) => {
  const { brief, report, annexes } = documents;
  const mill = millOf(input);

  it('begin with the page of the owner: what stands in the way, where the mill stands, what to do first, money, what is not known', () => {
    const summary = report.blocks.slice(
      report.blocks.findIndex((block) => block.kind === 'heading' && block.text === '摘要') + 1,
    );
    const page = brief.blocks.slice(2);
    expect(summary.slice(0, page.length)).toEqual(page);
    expect(page.map((block) => (block.kind === 'heading' ? block.text.replace(/\d+项/u, '…') : block.kind))).toEqual([
      'callout',
      '评价结果',
      'figure',
      '先做三件事',
      'cards',
      '全部方案的投入与收益（保守：节约只兑现三成）',
      'tiles',
      '待查清…，由谁去查',
      'list',
    ]);
    const [barrier, , standing, , first, , money] = page;
    const text = (block: Block | undefined) => (block === undefined ? '' : textOf([block]));
    const failed = mill.topics.flatMap(({ result }) => result.gates).filter(({ state }) => state === 'failed');
    expect(barrier).toMatchObject({ tone: failed.length > 0 ? 'bad' : 'warning' });
    expect(text(barrier)).toContain(failed.length > 0 ? `未满足：${failed.length}项` : '没有查出');
    const rows = standing?.kind === 'figure' ? standing.table.rows.map(({ cells }) => textOfCell(cells[0] ?? '')) : [];
    expect(rows).toEqual(mill.topics.map(({ name }) => name));
    const three = plan.plan.planned.slice(0, 3);
    expect(first?.kind === 'cards' ? first.cards.length : 0).toBe(3);
    for (const { measure, cost } of three) {
      expect(text(first)).toContain(measure?.name['zh-CN']);
      expect(text(first)).toContain(wan(cost.planned));
    }
    const { cost, benefit } = plan.plan;
    expect(text(money)).toContain(`${wan(cost.planned)}万元`);
    expect(text(money)).toContain(`${wan(benefit?.planned ?? 0)}万元`);
    expect(text(money)).toContain(`保守${wan(benefit?.cautious ?? 0)}万元`);
  });

  it('call every table and figure of the body by its number, one after the other', () => {
    const texts = report.blocks.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'callout' ? [textOf([block])] : [],
    );
    const names = [...texts.join('\n').matchAll(/([图表])(\d+)/gu)].map(([name]) => name);
    for (const kind of ['figure', 'table'] as const) {
      const numbered = report.blocks.filter((block) => block.kind === kind && block.number !== undefined);
      expect(numbered.length).toBeGreaterThan(4);
      numbered.forEach((block, i) => {
        const number = block.kind === kind ? block.number : 0;
        expect(number).toBe(i + 1);
        const caption = 'caption' in block ? (block.caption ?? '') : '';
        if (/（[2-9]\/\d）/u.test(caption)) return;
        expect(names, caption).toContain(`${kind === 'figure' ? '图' : '表'}${number}`);
      });
    }
  });

  it('show every measure once in the body with its money, and in full once in the annexes', () => {
    const whole = textOf(allBlocks(documents));
    const table = report.blocks.find((block) => block.kind === 'table' && block.key === 'measures');
    const ids = table?.kind === 'table' ? table.rows.slice(0, -1).map(({ cells }) => cells[0]) : [];
    expect(ids).toEqual(plan.plan.planned.map(({ item }) => item.id));
    for (const { measure } of plan.plan.planned)
      for (const text of [measure?.risk['zh-CN'], measure?.training?.['zh-CN']])
        if (text !== undefined && hanzi(text) >= 15) expect(whole.split(text).length - 1, text).toBe(1);
  });

  it('put what the specialist verified beside the problem that it proves', () => {
    const table = report.blocks.find((block) => block.kind === 'table' && block.key === 'problems');
    const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map((cell) => textOfCell(cell))) : [];
    const found = problemsOf(mill);
    expect(rows).toHaveLength(found.length);
    expect(found.length).toBeLessThanOrEqual(10);
    const gates = found.map(({ gap }) => gap.kind === 'failed-gate');
    expect(gates.lastIndexOf(true)).toBeLessThan(gates.includes(false) ? gates.indexOf(false) : Infinity);
    found.forEach(({ gap, chosen }, i) => {
      const [title = '', proof = '', , measures = ''] = rows[i] ?? [];
      expect(title).toContain(gap.question);
      const answer = dossier.diagnoses[0]?.answers[gap.question];
      if (answer?.verified !== undefined && answer.note !== undefined) expect(proof).toContain(answer.note);
      for (const id of chosen.slice(0, 2)) expect(measures).toContain(id);
    });
  });

  it('keep the numbers of the whole where some chapters are left out', () => {
    const some = documentsOf(
      millOf({ ...input, choices: { chapters: ['problems', 'money', 'facts'], preparedBy: '' } }),
    );
    expect(headingsOf(some.report, 1)).toEqual(['摘要', '4 问题诊断', '7 投资与效益']);
    const [, facts] = headingsOf(some.annexes, 1);
    expect(headingsOf(annexes, 1)).toContain(facts);
  });

  it('are the same twice', () => {
    expect(JSON.stringify(documentsOf(millOf(input)))).toBe(JSON.stringify(documents));
  });
});

describe('the three demo reports', () => {
  it('say no sentence of fifteen hanzi alike', () => {
    const sentences = demos.map(ownSentences);
    for (const own of sentences) expect(own.size).toBeGreaterThan(20);
    const [first, ...others] = sentences;
    const shared = [...(first ?? [])].filter((sentence) => others.every((other) => other.has(sentence)));
    expect(shared).toEqual([]);
  });

  it('are complete in English', () => {
    for (const [id, request] of Object.entries(REQUESTS)) {
      const { documents, dossier, plan } = planned(demoJson(id), 'en', request);
      const own = JSON.stringify([dossier, plan.policies.policies.map(({ documentNo }) => documentNo)]);
      const left = textOf(documents.report.blocks).match(/[\u4e00-\u9fff]+/gu) ?? [];
      expect([...new Set(left)].filter((run) => !own.includes(run))).toEqual([]);
    }
  });
});

/** Sentences of brief and report without what they quote of questions, measures, machines and policies, and without titles. */
function ownSentences({ documents, plan, input }: (typeof demos)[number]): Set<string> {
  const quotes = new Set<string>();
  const quoted = [
    plan.catalogue.measures,
    plan.policies,
    packList(shippedPacks),
    input.scored.packs,
    input.guidance,
    factSheet,
  ];
  JSON.stringify(quoted, (_key, value: unknown) => {
    if (typeof value === 'string' && hanzi(value) > 3) quotes.add(value);
    return value;
  });
  const longestFirst = [...quotes].sort((a, b) => b.length - a.length);
  const isTitle = (block: Block) => block.kind === 'heading' || block.kind === 'cover' || block.kind === 'signatures';
  const texts = [...documents.brief.blocks, ...documents.report.blocks]
    .filter((block) => !isTitle(block))
    .flatMap((block) =>
      block.kind === 'figure' || block.kind === 'table' ? textOf([{ ...block, caption: '' }]) : textOf([block]),
    )
    .filter((text) => !ALIKE.test(text));
  const own = texts.flatMap((text) =>
    longestFirst.reduce((rest, quote) => rest.replaceAll(quote, '\n'), text).split(/[。！？；\n]/u),
  );
  return new Set(own.map((sentence) => sentence.trim()).filter((sentence) => hanzi(sentence) >= 15));
}

/** Claims on the optimum are said alike, and so are what marks of a figure mean and what the parties sign. */
const ALIKE = /^(?:达标优先（|刻度自左至右)/mu;

function textOfCell(cell: string | { readonly text: string }): string {
  return typeof cell === 'string' ? cell : cell.text;
}

describe('a mill of which too little is known', () => {
  const blank = reportedPlan(dossierJson({ name: '某某印染厂', subSectors: ['DYEING'] }), 'zh-CN', { budgetWan: 300 });
  const text = textOf(blank.documents.report.blocks);

  it('gets a data request of at most four pages: what is missing, who has it, where to look', () => {
    const { outcome } = blank.refused ?? {};
    if (outcome?.kind !== 'too-little-known') throw new Error('it is not refused');
    expect(pagesOf(blank.documents.report)).toBeLessThanOrEqual(4);
    expect(text.slice(0, 300)).toContain('暂不做方案');
    const [table] = blank.documents.report.blocks.filter(
      (block) => block.kind === 'table' && block.columns.some(({ title }) => title === '在哪里找'),
    );
    const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map(textOfCell)) : [];
    expect(rows.length).toBeGreaterThan(20);
    for (const cells of rows) expect(cells.every((cell) => cell !== '')).toBe(true);
    const points = rows.flatMap(([, , , , effect = '']) => (/^[\d.]+分$/u.test(effect) ? [parseFloat(effect)] : []));
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(rows.findIndex(([, , , , effect]) => effect !== '一票项' && effect !== '一票否决项')).toBeGreaterThan(0);
    for (const { id, kind } of outcome.missing) if (kind !== 'fact') expect(text).toContain(id);
  });

  it('is promised nothing', () => {
    for (const word of ['已证明', '实施后', '三种做法', '组织实施']) expect(text).not.toContain(word);
  });
});

describe('a mill without a plan', () => {
  it('reads what may be talked about in the place of plan and money', () => {
    const { input } = demos[0] ?? planned(demoJson('demo-dyeing'), 'zh-CN', {});
    const { documents } = (() => {
      const preliminary = preliminaryFor(input.scored, catalogue);
      expect(preliminary.length).toBeGreaterThan(2);
      return {
        documents: documentsOf(
          millOf({ ...input, plan: null, refused: null, preliminary, references: { catalogue, policies } }),
        ),
      };
    })();
    expect(headingsOf(documents.report, 1).slice(1)).toEqual([
      ...CHAPTERS['zh-CN'].slice(1, 6),
      '6 可以先谈的初步措施',
      '7 实施保障',
      '8 结论与签章',
    ]);
    expect(textOf(documents.brief.blocks)).toContain('可以先谈的初步措施');
    expect(textOf(documents.report.blocks)).not.toMatch(/合计投入|三种做法/u);
  });
});

describe('what must be in the plan and does not fit', () => {
  it('says by how much money and people it is over', () => {
    const { plan } = planned(demoJson('demo-dyeing'), 'zh-CN', REQUESTS['demo-dyeing']);
    const must = plan.plan.planned.map(({ item }) => item.id);
    const over = reportedPlan(demoJson('demo-dyeing'), 'zh-CN', { budgetWan: 1, people: 0.1, must });
    expect(over.refused?.outcome.kind).toBe('does-not-fit');
    const text = textOf(over.report.blocks);
    expect(text).toMatch(/超出预算[\d,.]+万元/u);
    expect(text).toMatch(/36个月里还差[\d,.]+人月/u);
    expect(text).not.toContain('三种做法');
    expect(pagesOf(over.report)).toBeLessThanOrEqual(4);
  });
});
