import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { gapsOf } from '#assessments/scoring/gaps.ts';
import { demoMills, reported } from '#tests/support/demo-mills.ts';
import { ALL_TOPICS, dossierJson } from '#tests/support/dossiers.ts';
import { textsOf } from '#tests/support/report-texts.ts';

const mills = demoMills();
const allText = (report: ReportDocument) => report.blocks.flatMap(textsOf).join('\n');
const hanzi = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/.test(c)).length;

/** The blocks between a heading of level 1 and the next. */
function chapter(report: ReportDocument, title: string): Block[] {
  const start = report.blocks.findIndex(
    (block) => block.kind === 'heading' && block.level === 1 && block.text === title,
  );
  const rest = report.blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level === 1);
  return rest.slice(0, end === -1 ? rest.length : end);
}

/** Texts that stand in every report because the questions do: stems, options, names. */
const questionTexts = new Set(
  packList(shippedPacks).flatMap((pack) =>
    [
      ...pack.questions.flatMap((question) => [question.stem, ...question.options, question.basis.text]),
      ...('kpis' in pack ? pack.kpis.map((kpi) => kpi.name) : []),
    ].map((text) => text['zh-CN']),
  ),
);

const longestFirst = [...questionTexts].sort((a, b) => b.length - a.length);

function ownSentences(report: ReportDocument): Set<string> {
  const method = new Set(chapter(report, '方法与依据'));
  const texts = report.blocks.filter((block) => block.kind !== 'heading' && !method.has(block)).flatMap(textsOf);
  const sentences = texts
    .flatMap((text) =>
      longestFirst
        .reduce((rest, known) => (known.length > 3 ? rest.replaceAll(known, '\n') : rest), text)
        .split(/[。！？；\n]/),
    )
    .map((sentence) => sentence.trim());
  return new Set(sentences.filter((sentence) => hanzi(sentence) >= 15));
}

describe('the demo reports', () => {
  it('say nothing in the same words three times', () => {
    const [first, ...others] = mills.map((mill) => ownSentences(mill.report));
    expect(first?.size).toBeGreaterThan(20);
    const shared = [...(first ?? [])].filter((sentence) => others.every((other) => other.has(sentence)));
    expect(shared).toEqual([]);
  });

  it.each(mills.map((mill) => [mill.dossier.enterprise.name, mill] as const))(
    '%s: the summary names levels, blockers, gaps and whom to ask',
    (name, { input, result, report }) => {
      const summary = chapter(report, '诊断摘要').flatMap(textsOf).join('\n');
      const { pinned } = input.scored;
      expect(pinned).toHaveLength(4);
      for (const id of pinned) {
        const pack = result.packs[id];
        expect(summary).toContain(`${pack?.level}级（共5级）`);
        for (const blocker of pack?.blockers ?? []) {
          expect(summary).toContain(`${blocker.level}级（共5级）`);
          for (const question of blocker.questions.slice(0, 8)) expect(summary, question).toContain(question);
        }
      }
      for (const gap of gapsOf(result, pinned).slice(0, 3)) expect(summary).toContain(gap.question);
      expect(summary).toContain('还不清楚什么，该问谁');
      expect(summary).toContain(name);
    },
  );

  it('print unknowns as 待核实 with their interval, never as 0', () => {
    for (const { result, report } of mills) {
      const text = allText(report);
      for (const pack of Object.values(result.packs)) {
        for (const line of pack.trace.filter((entry) => entry.points.low === 0 && entry.points.high === 100)) {
          if (!text.includes(line.question)) continue;
          const rows = report.blocks
            .flatMap((block) => (block.kind === 'table' ? block.rows : []))
            .map((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
          const inGaps = rows.filter((cells) => cells[0] === line.question && cells.length > 4);
          for (const cells of inGaps) {
            expect(cells[2]).toMatch(/^待核实/);
            expect(cells[3]).toBe('0.0–100.0');
          }
        }
      }
    }
  });

  it('carry the demo mark, which a real name does not', () => {
    for (const { report } of mills) expect(report.running.mark).toBe('示例数据');
    expect(reported(dossierJson({ name: '某某纺织厂' })).report.running.mark).toBe('');
  });

  it('are complete in English', () => {
    for (const { report, dossier } of demoMills('en')) {
      const own = new Set(JSON.stringify(dossier).match(/[\u4e00-\u9fff]+/g) ?? []);
      const left = report.blocks
        .flatMap(textsOf)
        .flatMap((text) => text.match(/[\u4e00-\u9fff]+/g) ?? [])
        .filter((run) => ![...own].some((known) => known.includes(run)));
      expect(
        [...new Set(left)].filter(
          (run) =>
            !/^(国统字|号|工信厅企业|工信厅节函|工信部节|生态环境部|国家统计局公告|年第|工业和信息化部公告|苏工信融合|鲁经信信推)$/.test(
              run,
            ),
        ),
      ).toEqual([]);
    }
  });
});

describe('the caption under a figure', () => {
  const answers = { 'IM-ORG-01': { self: { rung: 3 }, verified: { rung: 2 } } };
  const captions = (topics: readonly string[], language: Language = 'zh-CN') =>
    reported(
      dossierJson({ answers, packs: Object.fromEntries(topics.map((topic) => [topic, '1.0.0'])) }),
      language,
    ).report.blocks.flatMap((block) => (block.kind === 'figure' ? [block.caption] : []));

  it('names what a dark screen and paper draw alike, never how dark it is', () => {
    const shown = [...captions(Object.keys(ALL_TOPICS)), ...captions(Object.keys(ALL_TOPICS), 'en')];
    expect(shown).toContain('实线：已确认；虚线：待核实的都按最好计');
    expect(shown).toContain('上条：计入成绩的得分（已核实的按核实）；下条：企业自评；斜线：待核实');
    expect(shown.join()).not.toMatch(/[深浅]色|dark|light/i);
  });

  it('speaks of bars where too few topics are left for a radar', () => {
    expect(captions(['water-efficiency', 'cloud-adoption'])[0]).toBe('实色：已确认；斜线：待核实');
  });
});

describe('a report of next to nothing', () => {
  it.each([
    ['zh-CN', '示例纺织厂未填写细分行业，2025年用工或营业收入未填。'],
    ['en', '示例纺织厂 has given no sub-sector; 2025: employees or revenue not given.'],
  ] as const)('says in %s that no sub-sector is given', (language, sentence) => {
    const { report } = reported(dossierJson({ subSectors: [], processes: [] }), language);
    expect(allText(report)).toContain(sentence);
  });

  it('stands without facts, answers or sub-sectors', () => {
    const { report } = reported(dossierJson({ subSectors: [], processes: [] }));
    expect(allText(report)).toContain('未填写');
    expect(allText(report)).toContain('未填2025年数据');
  });

  it('stands with a single topic', () => {
    const { report } = reported(dossierJson({ packs: { 'water-efficiency': '1.0.0' } }));
    const headings = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(headings).toEqual(['诊断摘要', '水效', '年度数据', '方法与依据', '附录二　不适用清单']);
  });

  it('stands with no topic at all', () => {
    expect(() => reported(dossierJson({ packs: {} }))).not.toThrow();
  });
});
