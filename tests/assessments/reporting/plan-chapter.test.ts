import { describe, expect, it } from 'vitest';
import { isInForce } from '#assessments/planning/open-policies.ts';
import { rangeText, wan, yearsText } from '#assessments/reporting/plan-text.ts';
import { givesText } from '#assessments/reporting/policy-text.ts';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { AS_OF, demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';
import { PLAN_CHAPTERS, planBlocks, textOf, textsOf } from '#tests/support/report-texts.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
const mills = Object.entries(REQUESTS).flatMap(([id, request]) =>
  LANGUAGES.map((language) => ({ id, language, ...planned(demoJson(id), language, request) })),
);

/** The blocks below a heading of level 2. */
function section(report: ReportDocument, heading: string): Block[] {
  const blocks = planBlocks(report);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= 2);
  return start === -1 ? [] : rest.slice(0, end === -1 ? rest.length : end);
}

const hanzi = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/.test(c)).length;
const cellText = (cell: string | { readonly text: string }) => (typeof cell === 'string' ? cell : cell.text);

describe.each(mills)('the plan of $id in $language', ({ language, dossier, input, plan, report }) => {
  const text = textOf(planBlocks(report));
  const words = wordsIn(language);
  const isChinese = language === 'zh-CN';

  it('has a chapter, annexes and a page to sign', () => {
    const headings = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(headings).toEqual(expect.arrayContaining([...PLAN_CHAPTERS[language]]));
    expect(plan.plan.planned.length).toBeGreaterThan(3);
  });

  it('begins with what must be done, what it costs and brings, and when it has paid', () => {
    const { cost, benefit, payback, gatesClosed } = plan.plan;
    const [, opening] = planBlocks(report);
    const said = opening === undefined ? '' : textOf([opening]);
    for (const gate of gatesClosed) expect(said).toContain(gate);
    expect(said).toContain(rangeText(cost, words));
    expect(said).toContain(benefit === null ? (isChinese ? '未计价' : 'not priced') : rangeText(benefit, words));
    if (benefit === null) return;
    expect(said).toContain(wan(benefit.cautious));
    expect(said).toContain(yearsText(payback?.planned ?? null, words));
    expect(said).toContain(yearsText(payback?.cautious ?? null, words));
  });

  it('says of every target whether it is reached, and where only unknown answers keep it', () => {
    const [table] = section(report, isChinese ? '得分和等级：现在与实施后' : 'Scores and levels: today and after');
    const rows = table?.kind === 'table' ? table.rows : [];
    const reached = isChinese ? ['达到', '只差待核实的题', '未达到'] : ['yes', 'unknowns only', 'no'];
    for (const { pack, reached: isReached, onlyUnknown } of plan.plan.targets) {
      const row = rows.find(({ cells }) => cellText(cells[0] ?? '') === input.scored.packs[pack].name[language]);
      expect(cellText(row?.cells[4] ?? ''), pack).toBe(reached[isReached ? 0 : onlyUnknown ? 1 : 2]);
    }
  });

  it('shows the three aims and says of each what is proved, never the bare word', () => {
    const [, table, claims] = section(report, isChinese ? '三种做法并排看' : 'Three aims side by side');
    expect(table?.kind === 'table' ? table.columns : []).toHaveLength(4);
    const items = claims?.kind === 'list' ? claims.items : [];
    (['level', 'money', 'balanced'] as const).forEach((aim, i) => {
      const { proven, cost } = plan.plan.alternatives[aim];
      expect(items[i]).toContain(proven ? (isChinese ? '没有别的组合' : 'no') : isChinese ? '最多可能' : 'up to');
      expect(table === undefined ? '' : textOf([table])).toContain(wan(cost.planned));
    });
    const proofs = text.split('\n').filter((line) => line.includes(isChinese ? '已证明' : '(proved)'));
    for (const line of proofs) expect(line).toMatch(isChinese ? /没有别的组合/ : /no other choice|none is better/);
  });

  it('lists what is to be found out, and by whom, before the measures', () => {
    const heading = isChinese ? '先查清的事' : 'To find out first';
    const shown = textOf(section(report, heading));
    for (const { id, kind, who } of plan.plan.verify) {
      expect(shown).toContain(kind === 'fact' ? factSheet[id as keyof typeof factSheet].label[language] : id);
      if (who !== null) expect(shown).toContain(who);
    }
    const headings = planBlocks(report).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    if (plan.plan.verify.length > 0)
      expect(headings.indexOf(heading)).toBeLessThan(headings.indexOf(isChinese ? '措施总表' : 'All measures'));
  });

  it('holds every chosen measure by id and name, in table, phases, cards, docking and materials', () => {
    const headings = isChinese
      ? ['措施总表', '三个阶段与时间表', '措施说明', '对接清单', '要准备的材料']
      : [
          'All measures',
          'Three phases and timetable',
          'The measures one by one',
          'Docking list',
          'Material to prepare',
        ];
    for (const heading of headings) {
      const part = textOf(section(report, heading));
      for (const { item, measure } of plan.plan.planned) {
        expect(part, heading).toContain(item.id);
        expect(part, heading).toContain(measure?.name[language]);
      }
    }
  });

  it('lists the measures in the order of the plan and marks every cost that is our own estimate', () => {
    const rows = section(report, isChinese ? '措施总表' : 'All measures').flatMap((block) =>
      block.kind === 'table' ? block.rows : [],
    );
    expect(rows.map(({ cells }) => cellText(cells[0] ?? ''))).toEqual(plan.plan.planned.map(({ item }) => item.id));
    rows.forEach(({ cells }, i) => {
      const cost = plan.plan.planned[i]?.cost;
      const isOurs = cost?.origin === 'estimate' || cost?.isSized === false;
      expect(cellText(cells[3] ?? '').includes(isChinese ? '＊' : '*')).toBe(isOurs);
      if (plan.plan.planned[i]?.benefit === null) expect(cells[4]).toBe(isChinese ? '未计价' : 'not priced');
    });
  });

  it('shows arithmetic that a calculator confirms', () => {
    const number = String.raw`([\d,.]+)`;
    const sums = isChinese
      ? new RegExp(`[少多]用\\D+?${number}[^×\n]*×${number}元[^＝\n]*＝−?${number}万元/年`, 'gu')
      : new RegExp(`: ${number} [^×\n]*× ${number} yuan[^=\n]*= −?${number} a year`, 'gu');
    const found = [...textOf(section(report, isChinese ? '措施说明' : 'The measures one by one')).matchAll(sums)];
    const priced = plan.plan.planned.flatMap(({ lines }) =>
      lines.filter(({ fact, price }) => price !== null && /^(water|energy)\./.test(fact) && !fact.endsWith('.pv')),
    );
    expect(found.length).toBe(priced.length);
    for (const [line, ...figures] of found) {
      const [quantity = 0, price = 0, money = 0] = figures.map((figure) => Number(figure.replaceAll(',', '')));
      expect(Math.abs((quantity * price) / 1e4 - money), line).toBeLessThan(0.06);
    }
  });

  it('tells own effects as own and never says that they add up', () => {
    const cards = textOf(section(report, isChinese ? '措施说明' : 'The measures one by one'));
    expect(cards).toContain(isChinese ? '各项不能相加' : 'do not add up');
    for (const { item } of plan.plan.planned)
      for (const [pack, points] of Object.entries(plan.plan.ownEffect(item.id))) {
        const sign = points < 0 ? '−' : '+';
        const name = input.scored.packs[pack as keyof typeof input.scored.packs].name[language];
        const figure = `${sign}${Math.abs(rounded(points)).toFixed(1)}`;
        expect(cards).toContain(isChinese ? `${name}${figure}分` : `${name} ${figure}`);
      }
  });

  it('names no policy that is over or that nobody saw', () => {
    const shown = textOf(section(report, isChinese ? '政策' : 'Policies'));
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
    const sentences = mills.filter(({ language }) => language === 'zh-CN').map(ownSentences);
    for (const own of sentences) expect(own.size).toBeGreaterThan(10);
    const shared = sentences.flatMap((own, i) =>
      [...own].filter((sentence) => sentences.slice(i + 1).some((other) => other.has(sentence))),
    );
    expect(shared).toEqual([]);
  });

  /** Sentences of 15 hanzi and more, without what they quote of questions, measures, machines, policies and guidance. */
  function ownSentences({ report, plan, input }: (typeof mills)[number]): Set<string> {
    const quotes = new Set<string>();
    const quoted = [
      plan.catalogue.measures,
      [...plan.catalogue.cases.values()],
      plan.policies,
      plan.policies.policies.map((policy) => givesText(policy, wordsIn('zh-CN'))),
      input.scored.packs,
      input.guidance,
      machineKindFiles,
      machineFeatures,
      factSheet,
    ];
    JSON.stringify(quoted, (_key, value: unknown) => {
      if (typeof value === 'string' && hanzi(value) > 3) quotes.add(value);
      return value;
    });
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
      const sources = [
        plan.catalogue,
        [...plan.catalogue.cases.values()],
        plan.policies,
        input.scored.packs,
        input.scored.dossier,
      ];
      JSON.stringify(sources, (key, value: unknown) => {
        if (typeof value === 'string' && key !== 'en') chinese.push(value);
        return value;
      });
      const known = new Set([...chinese.join(' ').matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word));
      const words = [...textOf(planBlocks(report)).matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
      expect(language).toBe('zh-CN');
      expect(
        [...new Set(words)].filter((word) => !known.has(word) && !/^(kgce|tce|kWh|GJ|[a-f]{2,6})$/.test(word)),
      ).toEqual([]);
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
