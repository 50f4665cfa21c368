import { describe, expect, it } from 'vitest';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { awkwardReport as report, COMMENT, LONG_WORD, NAME } from '#tests/support/awkward-report.ts';
import { heardIn, readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('pdftotext', 'pdffonts', 'pdfimages', 'pdfinfo', 'qpdf');
const fonts = await nodeFonts();

/** The same after the mapping, without white space. */
const MAPPED = 'ABCm³CO2①〓〓〓〓℃㎡xy';
describe.skipIf(missing !== null)('a report of awkward texts', () => {
  const rendered = missing === null ? renderPdf(report, fonts) : { bytes: new Uint8Array(), pages: 0, unprintable: [] };

  it('says every stored string, after the mapping', () => {
    const heard = heardIn(readPdf(rendered.bytes).path);
    for (const text of ['甲段', '乙段', '丙段', '丁段', '戊段'].map((name) => `${name}${COMMENT}`))
      expect(heard).toContain(withoutSpace(text));
    for (const text of [NAME, LONG_WORD, MAPPED, `第一章${MAPPED}`, '123,456,789,012,345', '1,234.5', '战略组织与人才'])
      expect(heard).toContain(withoutSpace(text));
    const expected = 6 + 60 + 1 + 2;
    expect(heard.split(MAPPED).length - 1).toBeGreaterThanOrEqual(expected);
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
      expect(page).toContain(`第 ${i + 1} 页 / 共 ${rendered.pages - 1} 页`);
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

  it('has the logo on its cover and a pair of photos on one page, each as the JPEG that was given', () => {
    const { path, pages } = readPdf(rendered.bytes);
    const lines = runTool('pdfimages', ['-list', path]).trim().split('\n').slice(2);
    const [logo, left = 0, right, last = 0, ...more] = lines.map((line) => Number(line.trim().split(/\s+/)[0]));
    expect([logo, right, more]).toEqual([1, left, []]);
    expect(pages[left - 1]).toContain('照片1');
    expect(withoutSpace(pages[last - 1] ?? '')).toContain(LONG_WORD.slice(0, 20));
    for (const line of lines) expect(line).toMatch(/ jpeg /);
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
