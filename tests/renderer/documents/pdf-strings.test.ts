import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#assessments/reporting/report-document.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { awkwardReport } from '#tests/support/awkward-report.ts';
import { pdfObjects, readPdf } from '#tests/support/pdf.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('pdfinfo', 'pdftohtml', 'qpdf');
const fonts = await nodeFonts();
const everything = {
  regular: { ...fonts.regular, has: () => true },
  bold: { ...fonts.bold, has: () => true },
  subset: (...[font, text]: Parameters<typeof fonts.subset>) =>
    fonts.subset(font === everything.regular ? fonts.regular : fonts.bold, text),
};

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
/** In UTF-16 each has the byte at its low place. */
const LOW = BYTES.map((byte) => String.fromCharCode(0x4e00 + byte));
/** In UTF-16 each has the byte at a high place; those of surrogates with their other half. */
const HIGH = BYTES.map((byte) => {
  if (byte >= 0xd8 && byte <= 0xdb) return String.fromCharCode(byte * 256 + 0x82, 0xdc0d);
  const unit = String.fromCharCode(byte * 256 + 0x42);
  return byte >= 0xdc && byte <= 0xdf ? `\ud80d${unit}` : unit;
});
/** Carriage returns, line feeds, parentheses and backslashes beside each other, in UTF-16 and in one byte each. */
const MARKS = [
  '\u0d0d\u0d0a\u0a0d',
  '\u2828\u2929\u5c5c\u5c28\u0d29',
  '()\\)((\\n\\015',
  'é)ÿ(§\\',
  '不要上网，不可或缺',
];

function piecesOf(characters: readonly string[]): string[] {
  return Array.from({ length: 8 }, (_, i) => `甲${characters.slice(i * 32, i * 32 + 32).join('')}乙`);
}

const TEXTS = [...piecesOf(LOW), ...piecesOf(HIGH), ...MARKS.map((text) => `甲${text}乙`), 'plain'];

function reportSaying(text: string): ReportDocument {
  return {
    ...awkwardReport,
    meta: { ...awkwardReport.meta, title: text, subject: `${text}1`, author: `${text}2`, keywords: `${text}3` },
    blocks: TEXTS.map((heading, i) => ({ kind: 'heading' as const, level: i % 3 === 0 ? 1 : 2, text: heading })),
  };
}

describe.skipIf(missing !== null)('strings that a PDF keeps outside its pages', () => {
  it('are the headings as bookmarks, to two readers', () => {
    const { path } = readPdf(renderPdf(reportSaying(TEXTS[0] ?? ''), everything).bytes);
    const xml = runTool('pdftohtml', ['-xml', '-i', '-stdout', path]);
    const poppler = [...xml.matchAll(/<item page="\d+">(.*?)<\/item>/gsu)].map(([, title = '']) => plain(title));
    const qpdf = titlesOf(
      (JSON.parse(runTool('qpdf', ['--json', '--json-key=outlines', path])) as { outlines: Outline[] }).outlines,
    );
    expect(poppler).toEqual(TEXTS);
    expect(qpdf).toEqual(TEXTS);
  });

  it.each(TEXTS)('are title, subject, author and keywords: %j', (text) => {
    const { path } = readPdf(renderPdf(reportSaying(text), everything).bytes);
    const lines = runTool('pdfinfo', [path]);
    const objects = pdfObjects(path);
    const info = objects.find((object) => object['/Title'] !== undefined && object['/Producer'] !== undefined);
    for (const [key, value] of [
      ['Title', text],
      ['Subject', `${text}1`],
      ['Author', `${text}2`],
      ['Keywords', `${text}3`],
    ] as const) {
      expect(lines).toMatch(new RegExp(`^${key}: +${escaped(value)}$`, 'mu'));
      expect(info?.[`/${key}`]).toBe(`u:${value}`);
    }
  });
});

interface Outline {
  readonly title: string;
  readonly kids: readonly Outline[];
}

function titlesOf(outlines: readonly Outline[]): string[] {
  return outlines.flatMap(({ title, kids }) => [title, ...titlesOf(kids)]);
}

function plain(xml: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return xml.replaceAll(/&#(\d+);|&(lt|gt|quot|amp);/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
