import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('pdftotext', 'pdffonts', 'pdfinfo', 'qpdf');
const fonts = await nodeFonts();

const NAME = `示例${'山东省滨州市纺织印染服装家纺有限责任公司'.repeat(4)}`.slice(0, 80);
const COMMENT = '现场核实（第一次）：“定形机”的余热只回收了三台；其余待改造，预计明年完成。用水m³、①号机、℃、㎡。'
  .repeat(40)
  .slice(0, 2000);
const TORTURE = 'A\tB\u00a0C m³ CO₂ ① ☑ 😀 𠮷 \ud800 ℃ ㎡ x\u200by';
/** The same after the mapping, without white space. */
const MAPPED = 'ABCm³CO2①〓〓〓〓℃㎡xy';
const LONG_WORD = 'https://example.invalid/'.padEnd(180, 'abcdefghij');

/** A JPEG of two by one pixels. */
const RED_DOT = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i',
  'Z2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj',
  'Y2NjY2NjY2P/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA',
  'FQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCKALXj/9k=',
].join('');

function documentOf(blocks: readonly Block[]): ReportDocument {
  return {
    language: 'zh-CN',
    meta: {
      title: `${NAME}诊断报告`,
      subject: TORTURE,
      author: '织诊',
      keywords: 'a, b',
      issuedOn: '2026-11-24',
      inputHash: 'ab'.repeat(32),
    },
    running: {
      header: `${NAME} · 2025年度`,
      mark: '示例数据',
      footer: '方法1.0 · 题包1.0.0 · 输入哈希abababababab',
      pageNumber: '第 {page} 页 / 共 {pages} 页',
    },
    contents: '目录',
    unprintable: { heading: '字库未收录的字符', introduction: '下列{count}处', columns: ['码位', '位置', '次数'] },
    blocks,
  };
}

const blocks: readonly Block[] = [
  {
    kind: 'cover',
    kicker: '自诊断',
    title: '企业诊断报告',
    enterprise: NAME,
    rows: [
      ['诊断编号', TORTURE],
      ['所在地', NAME],
    ],
    mark: '示例数据',
    notice: COMMENT.slice(0, 200),
    logo: { jpeg: RED_DOT, width: 2, height: 1 },
  },
  { kind: 'heading', level: 1, text: `第一章 ${TORTURE}` },
  { kind: 'paragraph', text: `甲段${COMMENT}` },
  { kind: 'heading', level: 2, text: '第一节' },
  { kind: 'list', ordered: true, items: [TORTURE, LONG_WORD, `乙段${COMMENT}`] },
  {
    kind: 'tiles',
    tiles: [
      { label: NAME, value: '46.2–61.5', detail: TORTURE, tone: 'accent' },
      { label: '短', value: '123,456,789,012,345', detail: '', tone: 'bad' },
    ],
  },
  { kind: 'callout', tone: 'warning', title: TORTURE, text: `丙段${COMMENT}${COMMENT}` },
  {
    kind: 'table',
    caption: TORTURE,
    columns: [
      { title: '编号', width: 10 },
      { title: '说明', width: 50 },
      { title: '数值', width: 20, align: 'right' },
    ],
    rows: [
      { band: true, cells: ['战略组织与人才'] },
      { cells: ['IM-ORG-01', `丁段${COMMENT}${COMMENT}`, '1,234.5'] },
      ...Array.from({ length: 60 }, (_, i) => ({ cells: [`R${i}`, NAME, { text: TORTURE, tone: 'bad' as const }] })),
    ],
  },
  {
    kind: 'figure',
    caption: TORTURE,
    table: { kind: 'table', columns: [{ title: NAME, width: 100 }], rows: [{ cells: [NAME] }] },
    figure: {
      width: 480,
      height: 60,
      description: '',
      shapes: [
        { kind: 'text', x: 10, y: 20, text: TORTURE, size: 9, color: 'ink' },
        { kind: 'rect', x: 10, y: 30, width: 100, height: 9, hatched: true, stroke: 'primary' },
      ],
    },
  },
];

describe.skipIf(missing !== null)('a report of awkward texts', () => {
  const report = documentOf(blocks);
  const rendered = missing === null ? renderPdf(report, fonts) : { bytes: new Uint8Array(), pages: 0, unprintable: [] };

  it('says every stored string, after the mapping', () => {
    const { packed } = readPdf(rendered.bytes);
    // Page furniture stands between the lines of a text that goes over pages.
    const bare = withoutFurniture(packed);
    for (const text of ['甲段', '乙段', '丙段', '丁段'].map((name) => `${name}${COMMENT}`))
      expect(bare).toContain(withoutSpace(text));
    for (const text of [NAME, LONG_WORD, MAPPED, `第一章${MAPPED}`, '123,456,789,012,345', '1,234.5', '战略组织与人才'])
      expect(packed).toContain(withoutSpace(text));
    const expected = 6 + 60 + 1;
    expect(packed.split(MAPPED).length - 1).toBeGreaterThanOrEqual(expected);
  });

  it('lists what the font lacks on its last page, with place and count', () => {
    const last = readPdf(rendered.bytes).pages.at(-1) ?? '';
    for (const text of ['字库未收录的字符', 'U+1F600', 'U+20BB7', 'U+2611', 'U+D800']) expect(last).toContain(text);
    const total = rendered.unprintable.reduce((sum, entry) => sum + entry.count, 0);
    expect(last).toContain(`下列${total}处`);
    expect(rendered.unprintable.map((entry) => entry.place)).toContain('第一节');
  });

  it('begins no line with closing punctuation', () => {
    const lines = readPdf(rendered.bytes).pages.flatMap((page) => page.split('\n').map((line) => line.trim()));
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => /^[、，。：；？！）〕》」』】”’…]/.test(line))).toEqual([]);
  });

  it('numbers every page but the cover, with enterprise, versions and hash', () => {
    const { pages } = readPdf(rendered.bytes);
    expect(pages).toHaveLength(rendered.pages);
    expect(pages[0]).not.toContain('页 / 共');
    pages.slice(1).forEach((page, i) => {
      expect(page).toContain(`第 ${i + 2} 页 / 共 ${rendered.pages} 页`);
      expect(page).toContain('输入哈希abababababab');
      expect(withoutSpace(page)).toContain(NAME.slice(0, 30));
    });
  });

  it('is a clean file with its fonts inside', () => {
    const { path } = readPdf(rendered.bytes);
    expect(runTool('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors');
    const fontLines = runTool('pdffonts', [path]).trim().split('\n').slice(2);
    expect(fontLines).toHaveLength(2);
    for (const line of fontLines) expect(line).toMatch(/CID TrueType\s+Identity-H\s+yes\s+\w+\s+yes/);
    expect(runTool('pdfinfo', [path])).toContain(`${NAME}诊断报告`);
  });

  it('has the logo on its cover', () => {
    expect(Buffer.from(rendered.bytes).toString('latin1')).toContain('/DCTDecode');
  });

  it('has bookmarks of two levels', () => {
    const { path } = readPdf(rendered.bytes);
    const outlines = (
      JSON.parse(runTool('qpdf', ['--json', '--json-key=outlines', path])) as {
        outlines: { title: string; kids: { title: string }[] }[];
      }
    ).outlines;
    expect(outlines.map((entry) => entry.title.slice(0, 3))).toEqual(['第一章', '字库未']);
    expect(outlines[0]?.kids.map((kid) => kid.title)).toEqual(['第一节']);
  });

  it('gives the same bytes again', () => {
    const again = renderPdf(report, fonts);
    expect(Buffer.from(again.bytes).equals(Buffer.from(rendered.bytes))).toBe(true);
  });
});

function withoutFurniture(packed: string): string {
  return packed
    .replaceAll(withoutSpace(`${NAME} · 2025年度`), '')
    .replaceAll(/示例数据/g, '')
    .replaceAll('方法1.0·题包1.0.0·输入哈希abababababab', '')
    .replaceAll(/第\d+页\/共\d+页/g, '')
    .replaceAll('编号说明数值', '')
    .replaceAll('1,234.5', '');
}
