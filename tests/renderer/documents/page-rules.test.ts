import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { layOutReport, type LaidOutReport } from '#renderer/documents/pdf/lay-out-report.ts';
import type { Mark } from '#renderer/documents/pdf/page-flow.ts';
import type { Role } from '#renderer/documents/pdf/structure.ts';
import { awkwardReport } from '#tests/support/awkward-report.ts';
import { CHAPTERS } from '#tests/support/chapters.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { pageFaults } from '#tests/support/page-rules.ts';
import { reportedPlan } from '#tests/support/planned-mills.ts';
import { allBlocks, headingsOf, textOf } from '#tests/support/report-texts.ts';

const fonts = await nodeFonts();

/** Words says, or that frighten. */
const BANNED =
  /组合好坏|朴素排序|做完以后会怎样|谁做、多少钱|千字节|别拿[^。]*来吓自己|NaN|undefined|null|\[object|\{\w+\}|⟦|⟧/u;

const laidOut = new WeakMap<ReportDocument, LaidOutReport>();

function laid(document: ReportDocument): LaidOutReport {
  const known = laidOut.get(document) ?? layOutReport(document, fonts);
  laidOut.set(document, known);
  return known;
}

const pagesOf = (document: ReportDocument) => laid(document).pages.length;

/** Pages from the first chapter to the last. */
function bodyPages(report: ReportDocument): number {
  const { bookmarks, pages } = laid(report);
  const first = bookmarks.find(({ text }) => text.startsWith('1'));
  return first === undefined ? 0 : pages.length - first.page + 1;
}

describe.each(EVERY_MILL)('the pages of %s', (_, json) => {
  describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    const { documents, refused } = reportedPlan(json, language, { budgetWan: 200 });

    it.each(['brief', 'report', 'annexes'] as const)('keep the rules of layout: %s', (name) => {
      const document = documents[name];
      expect(pageFaults(document, laid(document), fonts)).toEqual([]);
    });

    it('have the chapters in their order and their length', () => {
      const { brief, report, annexes } = documents;
      expect(pagesOf(brief)).toBe(1);
      expect(textOf(allBlocks(documents))).not.toMatch(BANNED);
      if (refused !== null) return expect(pagesOf(report)).toBeLessThanOrEqual(4);
      const [cover, contents] = report.blocks;
      expect([cover?.kind, contents?.kind]).toEqual(['cover', 'contents']);
      expect(headingsOf(report, 1)).toEqual(CHAPTERS[language]);
      expect(bodyPages(report)).toBeLessThanOrEqual(20);
      expect(report.blocks.at(-2)?.kind).toBe('signatures');
      const letters = headingsOf(annexes, 1).slice(1);
      expect(letters.map((text) => text.slice(0, 2))).toEqual(letters.map((_text, i) => `${'ABCDEFGHIJK'[i] ?? ''} `));
    });
  });
});

const TEXT =
  '车间的水表、电表和蒸汽表都装齐，每班抄一次，数字进台账；月底对一次账，差多少、差在哪里，当月查清。'.repeat(3);

const sound: readonly Block[] = [
  { kind: 'contents' },
  { kind: 'heading', level: 1, number: '1', text: '企业概况' },
  { kind: 'paragraph', text: `${TEXT}见表1。` },
  ...Array.from({ length: 6 }, (): Block => ({ kind: 'paragraph', text: TEXT })),
  {
    kind: 'table',
    number: 1,
    caption: '水表',
    columns: [{ title: '表', width: 1 }],
    rows: ['一号', '二号', '三号'].map((cell) => ({ cells: [cell] })),
  },
  {
    kind: 'figure',
    number: 1,
    caption: '用水3万方＊',
    table: { kind: 'table', columns: [], rows: [] },
    figure: {
      width: 400,
      height: 60,
      description: '用水',
      shapes: [{ kind: 'text', x: 0, y: 30, text: '3万方', size: 8, color: 'ink' }],
    },
  },
  { kind: 'heading', level: 2, number: '1.1', text: '设备' },
  { kind: 'paragraph', text: TEXT },
];

type Change = (mark: Mark) => Mark;

/** The marks that belong to parts of a role, drawn otherwise. */
function redrawn(laidOut: LaidOutReport, role: Role, change: Change): LaidOutReport {
  const pages = laidOut.pages.map((marks) => marks.map((mark) => (mark.part?.role === role ? change(mark) : mark)));
  return { ...laidOut, pages };
}

/** What belongs to parts of a role, on a page of its own at the end. */
function movedAway(laidOut: LaidOutReport, ...roles: readonly Role[]): LaidOutReport {
  const isMoved = ({ part }: Mark) => part !== undefined && roles.includes(part.role);
  const pages = laidOut.pages.map((marks) => marks.filter((mark) => !isMoved(mark)));
  return { ...laidOut, pages: [...pages, laidOut.pages.flat().filter(isMoved)] };
}

function faultsIn(
  blocks: readonly Block[],
  change: (laidOut: LaidOutReport) => LaidOutReport = (same) => same,
): string {
  const report = { ...awkwardReport, labels: { figure: '图', table: '表' }, blocks };
  return pageFaults(report, change(layOutReport(report, fonts)), fonts).join('\n');
}

describe('a report', () => {
  it('keeps the rules', () => {
    expect(faultsIn(sound)).toBe('');
  });

  const last = sound.slice(0, -1);
  it.each<readonly [what: string, faults: () => string, fault: RegExp]>([
    ['a thin page', () => faultsIn([sound[2] as Block, { kind: 'page-break' }, ...sound.slice(2)]), /filled to \d+ %/],
    ['small type', () => faultsIn(sound, (laid) => redrawn(laid, 'Figure', shrunk(7.9))), /^page 2: 7.90 pt/],
    ['small body', () => faultsIn(sound, (laid) => redrawn(laid, 'P', shrunk(9.5))), /^page 2: body of 9.5 pt/],
    ['a heading alone', () => faultsIn(sound, (laid) => movedAway(laid, 'P')), /heading alone at the foot: 1企业概况/],
    ['a heading at the end', () => faultsIn(last), /heading with nothing after it: 1.1设备/],
    ['a split table', () => faultsIn(sound, (laid) => movedAway(laid, 'TD')), /table header apart from: 一号/],
    ['a header above nothing', () => faultsIn(sound, repeatedHeader), /table header above nothing/],
    [
      'a head broken inside a word',
      () => faultsIn(headed('Payback'), brokenHead),
      /cell broken inside a word: Pay\|back/,
    ],
    ['a caption apart', () => faultsIn(sound, (laid) => movedAway(laid, 'Caption')), /caption apart from its figure/],
    ['a line alone', () => faultsIn(sound, oneLineAway), /page 2: line alone: 清。车间/],
    [
      'text out of the margins',
      () => faultsIn(sound, (laid) => redrawn(laid, 'H1', shifted(500, 0))),
      /out of the margins: 1/,
    ],
    [
      'text over text',
      () => faultsIn(sound, (laid) => redrawn(laid, 'H1', shifted(0, 36))),
      /“1\s+企业概况” over “清。车间/,
    ],
    [
      'a wrong page in the contents',
      () => faultsIn(sound, (laid) => redrawn(laid, 'Link', renamed)),
      /contents: 1企业概况9/,
    ],
    ['a mark not explained', () => faultsIn(sound, withoutNotes), /＊ explained 0 times/],
    [
      'an explanation of nothing',
      () => faultsIn([...sound, { kind: 'paragraph', text: '＊ 估算' }]),
      /＊ explained 2 times/,
    ],
    ['numbers that skip', () => faultsIn(sound.map(numberedTwo)), /tables numbered 2/],
    ['a name of nothing', () => faultsIn([...sound, { kind: 'paragraph', text: '（见图2）' }]), /图2 is not there/],
    ['a number without a caption', () => faultsIn(sound.map(withoutCaption)), /表1: numbered without a caption/],
  ])('is found to have %s', (_, faults, fault) => {
    expect(faults()).toMatch(fault);
  });

  function headed(title: string): readonly Block[] {
    return sound.map((block) => (block.kind === 'table' ? { ...block, columns: [{ title, width: 1 }] } : block));
  }

  function brokenHead(laidOut: LaidOutReport): LaidOutReport {
    const halves = (mark: Mark) =>
      mark.kind === 'text' && mark.part?.role === 'TH'
        ? [
            { ...mark, text: 'Pay' },
            { ...mark, text: 'back', y: mark.y + mark.size * 1.5 },
          ]
        : [mark];
    return { ...laidOut, pages: laidOut.pages.map((marks) => marks.flatMap(halves)) };
  }

  function shrunk(size: number): Change {
    return (mark) => (mark.kind === 'text' ? { ...mark, size } : mark);
  }

  function shifted(right: number, down: number): Change {
    return (mark) => (mark.kind === 'text' ? { ...mark, x: mark.x + right, y: mark.y + down } : mark);
  }

  function renamed(mark: Mark): Mark {
    return mark.kind === 'text' && mark.text === '1' ? { ...mark, text: '9' } : mark;
  }

  function withoutNotes(laidOut: LaidOutReport): LaidOutReport {
    const isNote = (mark: Mark) => mark.kind === 'text' && mark.text === awkwardReport.running.star?.note;
    return { ...laidOut, pages: laidOut.pages.map((marks) => marks.filter((mark) => !isNote(mark))) };
  }

  function repeatedHeader(laidOut: LaidOutReport): LaidOutReport {
    const header = laidOut.pages.flat().find(({ part }) => part?.role === 'TH');
    if (header?.part === undefined) throw new Error('no table');
    const { part, ...drawn } = header;
    return { ...laidOut, pages: [...laidOut.pages, [{ ...drawn, repeats: part }]] };
  }

  function oneLineAway(laidOut: LaidOutReport): LaidOutReport {
    const page = laidOut.pages.findIndex((marks) => marks.some(({ part }) => part?.role === 'P'));
    const line = laidOut.pages[page]?.find(({ part }) => part?.role === 'P');
    if (line === undefined) throw new Error('no paragraph');
    return { ...laidOut, pages: [...laidOut.pages.map((marks) => marks.filter((mark) => mark !== line)), [line]] };
  }

  function numberedTwo(block: Block): Block {
    return block.kind === 'table' ? { ...block, number: 2 } : block;
  }

  function withoutCaption(block: Block): Block {
    if (block.kind !== 'table') return block;
    const { caption: _, ...bare } = block;
    return bare;
  }
});
