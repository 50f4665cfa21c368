import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { headingText, type ReportDocument, type RunningText } from '#assessments/reporting/report-document.ts';
import { renderDocx } from '#renderer/documents/docx/render-docx.ts';
import { awkwardReport, COMMENT, NAME, RED_DOT } from '#tests/support/awkward-report.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { converted, paragraphsOf, partsOf } from '#tests/support/office.ts';
import { readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { textsOf } from '#tests/support/report-texts.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice', 'pdftotext');

const reports: readonly (readonly [string, ReportDocument])[] = [
  ...(['zh-CN', 'en'] as const).flatMap((language) =>
    demoMills(language).map(({ dossier, report }) => [`${dossier.id} in ${language}`, report] as const),
  ),
  ['awkward texts', withContents(awkwardReport)],
];

/** What a Word file can hold of a text: half a surrogate pair is no character. */
function holdable(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** Text as LibreOffice prints it: without what has no width; what its fonts lack stands out of order. */
function printed(text: string): string {
  return withoutSpace(holdable(text)).replaceAll(/[\u200b\ufffd₂]/g, '');
}

/** Cells that stand between the lines of a text going over pages: the repeated head of its table, and its neighbour. */
const BETWEEN_LINES = ['编号', '说明', '数值', '1,234.5'];

const files = reports.map(([, report]) => renderDocx(report));
let prints: readonly Uint8Array[] = [];
beforeAll(() => {
  if (missing === null) prints = converted(files, 'docx', 'pdf');
});

describe.each(reports.map(([name, report], i) => [name, report, i] as const))(
  'the Word file of %s',
  (_name, report, i) => {
    const bytes = files[i] ?? new Uint8Array();
    const paragraphs = paragraphsOf(bytes);

    it('holds every text of the report', () => {
      const held = paragraphs.map(({ text }) => withoutSpace(text)).join('\n');
      const texts = report.blocks.flatMap(textsOf);
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.filter((text) => !held.includes(withoutSpace(holdable(text))))).toEqual([]);
    });

    it('has real headings, and a table of contents that leads to them', () => {
      const xml = partsOf(bytes)['word/document.xml'] ?? '';
      for (const level of [1, 2, 3] as const) {
        const wanted = report.blocks.filter((block) => block.kind === 'heading' && block.level === level);
        expect(paragraphs.filter(({ style }) => style === `Heading${level}`)).toHaveLength(wanted.length);
      }
      const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/g)].map((match) => match[1]);
      expect([...xml.matchAll(/<w:hyperlink w:anchor="(\w+)"/g)].map((match) => match[1])).toEqual(bookmarks);
      expect(xml).toContain(' TOC \\o "1-2" ');
      const ids = [...xml.matchAll(/<(?:wp:docPr|wps:cNvPr) id="(\d+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('is numbered by Word itself, and refers by fields to captions that are there', () => {
      const xml = partsOf(bytes)['word/document.xml'] ?? '';
      const numbers = report.blocks.flatMap((block) =>
        (block.kind === 'table' || block.kind === 'figure') && block.number !== undefined ? [block.number] : [],
      );
      const counted = [...xml.matchAll(/ SEQ \S+ \\\* ARABIC[^<]*<.*?<w:t [^>]*>(\d+)</g)].map(([, shown]) =>
        Number(shown),
      );
      expect(counted).toEqual(numbers);
      const bookmarks = new Set([...xml.matchAll(/w:name="(_Ref\w+)"/g)].map(([, name]) => name));
      expect([...xml.matchAll(/ REF (_Ref\w+) /g)].filter(([, name]) => !bookmarks.has(name))).toEqual([]);
      expect(partsOf(bytes)['word/numbering.xml']).toContain('<w:pStyle w:val="Heading2"/>');
    });

    it('has no table wider than the page, and every style by name', () => {
      const xml = partsOf(bytes)['word/document.xml'] ?? '';
      const wide = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
        [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
      );
      expect(wide.filter((width) => width > 9746)).toEqual([]);
      const styles = partsOf(bytes)['word/styles.xml'] ?? '';
      const used = new Set([...xml.matchAll(/<w:(?:p|r|tbl)Style w:val="(\w+)"/g)].map(([, style]) => style));
      expect([...used].filter((style) => !styles.includes(`w:styleId="${style}"`))).toEqual([]);
    });

    it('gives the same bytes again', () => {
      expect(Buffer.from(renderDocx(report)).equals(Buffer.from(bytes))).toBe(true);
    });

    it.skipIf(missing !== null)('has contents with the pages on which LibreOffice puts the headings', () => {
      const { pages } = readPdf(prints[i] ?? new Uint8Array());
      const headings = report.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level < 3 ? [printed(headingText(block))] : [],
      );
      const listed = [...pages.join('\n').matchAll(/\.{3,}\s*(\d+)\s*$/gm)].map(([, page]) => Number(page));
      expect(listed).toHaveLength(headings.length);
      const found = headings.filter((text, k) => printed(pages[(listed[k] ?? 0) - 1] ?? '').includes(text));
      expect(found).toEqual(headings);
      const guessed = [...(partsOf(bytes)['word/document.xml'] ?? '').matchAll(/ PAGEREF .*?<w:t [^>]*>(\d+)</g)];
      expect(guessed.map(([, page], k) => Number(page) - (listed[k] ?? 0)).filter((off) => Math.abs(off) > 1)).toEqual(
        [],
      );
    });

    it.skipIf(missing !== null)('opens in LibreOffice, which prints every text', () => {
      const { packed, pages } = readPdf(prints[i] ?? new Uint8Array());
      const bare = withoutFurniture(packed, report.running, pages.length);
      const texts = report.blocks.flatMap(textsOf).filter((text) => !BETWEEN_LINES.includes(text));
      expect(texts.filter((text) => !bare.includes(printed(text)))).toEqual([]);
      expect(pages[0]).not.toContain(report.running.footer);
      pages.slice(1).forEach((page, before) => {
        const number = report.running.pageNumber
          .replace('{page}', String(before + 2))
          .replace('{pages}', `${pages.length}`);
        expect(withoutSpace(page)).toContain(withoutSpace(number));
      });
    });
  },
);

describe('the Word file of awkward texts', () => {
  const bytes = renderDocx(awkwardReport);

  it('is dated by the day of issue, and says what it is', () => {
    const core = partsOf(bytes)['docProps/core.xml'] ?? '';
    expect(core.match(/2026-11-24T00:00:00Z/g)).toHaveLength(2);
    expect(core).toContain(`<dc:title>${NAME}诊断报告</dc:title>`);
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
  });

  it('has the logo and the photos of the report, byte by byte', () => {
    const parts = unzipSync(bytes);
    const pictures = Object.keys(parts).filter((path) => path.startsWith('word/media/'));
    expect(pictures).toHaveLength(4);
    for (const path of pictures) {
      expect(Buffer.from(parts[path] ?? []).equals(Buffer.from(RED_DOT, 'base64'))).toBe(true);
      expect(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain(
        `Target="${path.replace('word/', '')}"`,
      );
    }
  });

  it.skipIf(missing !== null)('repeats the head of a table on every page that it reaches', () => {
    const { packed } = readPdf(prints.at(-1) ?? new Uint8Array());
    expect(packed.split('编号说明数值').length - 1).toBeGreaterThan(4);
    expect(packed).toContain(withoutSpace(COMMENT.slice(0, 40)));
  });
});

/** The text without the head and foot of its pages and the head of a table that goes over pages. */
function withoutFurniture(packed: string, { header, mark, footer, pageNumber }: RunningText, pages: number): string {
  const [before = '', between = '', after = ''] = pageNumber.split(/\{pages?\}/).map(withoutSpace);
  return [header + mark, footer, BETWEEN_LINES.slice(0, 3).join(''), BETWEEN_LINES.slice(3).join('')]
    .reduce((rest, text) => rest.replaceAll(printed(text), ''), printed(packed))
    .replaceAll(new RegExp(`${before}\\d+${between}${pages}${after}`, 'g'), '');
}

function withContents(report: ReportDocument): ReportDocument {
  const [cover, ...rest] = report.blocks;
  if (cover === undefined) return report;
  return { ...report, blocks: [cover, { kind: 'contents' }, { kind: 'page-break' }, ...rest] };
}
