import { describe, expect, it } from 'vitest';
import { captionText, headingText, type Block, type ReportDocument } from '#assessments/reporting/report-document.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { layOutReport } from '#renderer/documents/pdf/lay-out-report.ts';
import { pageLabel } from '#renderer/documents/pdf/page-label.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import {
  pdfjsReading,
  readPdf,
  readStructure,
  withoutSpace,
  type PdfjsReading,
  type ReadPart,
} from '#tests/support/pdf.ts';
import { demoJson, reportedPlan, REQUESTS } from '#tests/support/planned-mills.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('pdfinfo', 'pdftohtml', 'qpdf');
const fonts = await nodeFonts();
const CASES = Object.keys(REQUESTS).flatMap((mill) =>
  (['zh-CN', 'en'] as const).map((language) => [mill, language] as const),
);

describe.skipIf(missing !== null).each(CASES)('the report of %s in %s', (mill, language) => {
  const { report } = reportedPlan(demoJson(mill), language);
  const laidOut = layOutReport(report, fonts);
  const { bytes } = renderPdf(report, fonts);
  /** What pdf.js says, from one run for all. */
  let once: PdfjsReading | undefined;
  const reading = () => (once ??= pdfjsReading(readPdf(bytes).path));
  const said = (text: string) => withoutSpace(laidOut.clean(text));

  it('has headings, paragraphs, lists, tables and figures in order, to whoever hears them', () => {
    const parts = readStructure(readPdf(bytes).path)[0]?.kids ?? [];
    const expected = report.blocks.flatMap((block) => soundsOf(block, report)).map((sound) => sound.map(said));
    const found = parts.flatMap(soundOf);
    expect(found.filter(([role]) => expected.some(([other]) => other === role))).toEqual(expected);
  });

  it('has every heading as a bookmark to its place, to two readers', () => {
    const { path, pages } = readPdf(bytes);
    const headings = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level !== 3 ? [{ level: block.level, title: said(headingText(block)) }] : [],
    );
    expect(reading().bookmarks.map(({ level, title }) => ({ level, title: withoutSpace(title) }))).toEqual(headings);
    const xml = runTool('pdftohtml', ['-xml', '-i', '-stdout', path]);
    const outline = [...xml.matchAll(/<item page="(\d+)">(.*?)<\/item>/gsu)];
    expect(outline.map(([, page]) => Number(page))).toEqual(reading().bookmarks.map(({ page }) => page));
    expect(outline.map(([, , title = '']) => withoutSpace(title))).toEqual(
      headings.map(({ title }) => title.replaceAll('&', '&amp;')),
    );
    for (const { title, page } of reading().bookmarks)
      expect(withoutSpace(pages[page - 1] ?? '')).toContain(withoutSpace(title).slice(0, 20));
  });

  it('calls its pages by the numbers that are printed', () => {
    const { front } = laidOut;
    const { pages } = readPdf(bytes);
    expect(reading().labels).toEqual(pages.map((_, i) => pageLabel(i + 1, front)));
    pages.slice(front).forEach((page, i) => {
      const printed = report.running.pageNumber
        .replaceAll('{page}', String(i + 1))
        .replaceAll('{pages}', String(pages.length - front));
      expect(withoutSpace(page)).toContain(withoutSpace(printed));
    });
  });

  it('leads from the contents to the headings', () => {
    const listed = report.blocks.some(({ kind }) => kind === 'contents') ? reading().bookmarks : [];
    const from = reading().links[0]?.from ?? 0;
    expect(reading().links.map(({ to }) => to)).toEqual(
      listed.filter(({ page }) => page > from).map(({ page }) => page),
    );
  });

  it('says its language, title and day', () => {
    expect(reading().info).toMatchObject({ Language: language, Title: report.meta.title });
    expect(reading().info['CreationDate']).toBe(`D:${report.meta.issuedOn.replaceAll('-', '')}000000+00'00'`);
    const lines = runTool('pdfinfo', ['-isodates', readPdf(bytes).path]);
    expect(lines).toMatch(new RegExp(`^CreationDate: +${report.meta.issuedOn}T00:00:00Z$`, 'mu'));
    expect(lines).toMatch(/^Tagged: +yes$/mu);
  });

  it('says what each figure shows', () => {
    const figures = report.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.description] : []));
    expect(reading().alternatives).toEqual(expect.arrayContaining(figures));
    expect(figures).not.toContain('');
  });
});

/** A role and texts of what a listener hears of a block; none where it is only seen. */
function soundsOf(block: Block, { labels }: ReportDocument): string[][] {
  switch (block.kind) {
    case 'cover':
      return [
        ...[block.kicker, block.title, block.enterprise, block.mark].flatMap((text) =>
          text === '' ? [] : [['P', text]],
        ),
        ['L', ...block.rows.map((row) => row.join(''))],
        ['P', block.notice],
      ];
    case 'heading':
      return [[`H${block.level}`, headingText(block)]];
    case 'paragraph':
      return [['P', block.text]];
    case 'list':
      return [['L', ...block.items.map((item, i) => (block.ordered ? `${i + 1}.` : '•') + item)]];
    case 'table':
      return [['Table', captionText(block, labels) ?? '', ...block.columns.map(({ title }) => title)]];
    case 'figure':
      return [['Figure', captionText(block, labels) ?? '']];
    default:
      return [];
  }
}

function soundOf({ role, kids, said }: ReadPart): string[][] {
  const captions = kids.filter((kid) => kid.role === 'Caption').map(allSaid);
  switch (role) {
    case 'L':
      return [[role, ...kids.map(allSaid)]];
    case 'Table': {
      const header = kids.find((kid) => kid.role === 'TR')?.kids ?? [];
      return [[role, captions[0] ?? '', ...header.filter((cell) => cell.role === 'TH').map(allSaid)]];
    }
    case 'Figure':
      return [[role, captions[0] ?? '']];
    default:
      return [[role, allSaid({ role, kids, said })]];
  }
}

function allSaid({ said, kids }: ReadPart): string {
  return withoutSpace(said + kids.map(allSaid).join(''));
}
