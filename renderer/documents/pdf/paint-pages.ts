import { GState, jsPDF } from 'jspdf';
import type { ReportMeta } from '../../../assessments/reporting/report-document.ts';
import type { LaidOutReport } from './lay-out-report.ts';
import { PAGE, type Mark, type Weight } from './page-flow.ts';
import { pdfObjectsOf } from './pdf-objects.ts';
import { digitsOf, withHexDescription } from './text-string.ts';
import { writeOutline } from './write-outline.ts';
import { writePageLabels } from './write-page-labels.ts';
import { writeStructure } from './write-structure.ts';

const FAMILY = 'NotoSansSC';
const STYLES: Readonly<Record<Weight, string>> = { regular: 'normal', bold: 'bold' };
const CHUNK = 32 * 1024;
const LAST_PDF_YEAR = 2037;

export interface SubsetFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The laid-out pages as a PDF file; the same pages give the same bytes. */
export function paintPages(report: LaidOutReport, meta: ReportMeta, language: string, fonts: SubsetFonts): Uint8Array {
  const doc = new jsPDF({ unit: 'pt', format: [PAGE.width, PAGE.height], compress: true, putOnlyUsedFonts: true });
  describe(doc, report, meta, language);
  addFont(doc, 'regular', fonts.regular);
  addFont(doc, 'bold', fonts.bold);
  const objects = pdfObjectsOf(doc);
  objects.setVersion('1.7');
  writeOutline(objects, report.bookmarks);
  writePageLabels(objects, report.pages.length, report.front);
  const content = writeStructure(objects, report.structure, report.links, report.pages.length);
  const pen = penOf(doc);
  report.pages.forEach((marks, i) => {
    if (i > 0) {
      doc.addPage([PAGE.width, PAGE.height]);
      pen.reset();
    }
    for (const mark of marks) {
      content.turnTo(mark);
      pen.draw(mark);
    }
    content.endPage();
  });
  return bytesOf(withHexDescription(doc.output()));
}

/** jsPDF keeps a byte in each character. */
function bytesOf(file: string): Uint8Array {
  const bytes = new Uint8Array(file.length);
  for (let i = 0; i < file.length; i += 1) bytes[i] = file.charCodeAt(i);
  return bytes;
}

function describe(doc: jsPDF, { clean }: LaidOutReport, meta: ReportMeta, language: string): void {
  doc.setProperties({
    title: digitsOf(clean(meta.title)),
    subject: digitsOf(clean(meta.subject)),
    author: digitsOf(clean(meta.author)),
    keywords: digitsOf(clean(meta.keywords)),
    creator: 'ZhiZhen',
  });
  doc.setLanguage(language as 'en');
  doc.setFileId(meta.inputHash.slice(0, 32).toUpperCase());
  doc.setCreationDate(pdfDate(meta.issuedOn));
  doc.setDisplayMode(undefined, undefined, 'UseOutlines');
}

/** Midnight UTC of the day; jsPDF takes no year after 2037. */
function pdfDate(day: string): string {
  const [year = '2000', month = '01', date = '01'] = day.split('-');
  return `D:${Math.min(Number(year), LAST_PDF_YEAR)}${month}${date}000000+00'00'`;
}

function addFont(doc: jsPDF, weight: Weight, bytes: Uint8Array): void {
  const file = `${FAMILY}-${weight}.ttf`;
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  doc.addFileToVFS(file, binary);
  doc.addFont(file, FAMILY, STYLES[weight], undefined, 'Identity-H');
  doc.setFont(FAMILY, STYLES[weight]);
  const { subset } = doc.getFont().metadata as { subset: { encode: () => Uint8Array } };
  // jsPDF would cut the font down once more, in a time quadratic in its glyphs; it is a subset already.
  subset.encode = () => bytes;
}

interface Pen {
  readonly draw: (mark: Mark) => void;
  /** A new page forgets fonts and colours. */
  readonly reset: () => void;
}

/** Draws marks, setting fonts and colours only where they change. */
function penOf(doc: jsPDF): Pen {
  let font = '';
  let textColor = '';
  const opaque = new GState({ opacity: 1 });

  function text({ x, y, text: run, size, weight, color }: Mark & { kind: 'text' }): void {
    if (font !== `${weight} ${size}`) {
      font = `${weight} ${size}`;
      doc.setFont(FAMILY, STYLES[weight]);
      doc.setFontSize(size);
    }
    if (textColor !== color) doc.setTextColor((textColor = color));
    doc.text(run, x, y);
  }

  function prepare(mark: { fill?: string; stroke?: string; strokeWidth?: number }): 'F' | 'S' | 'DF' | null {
    if (mark.fill !== undefined) doc.setFillColor(mark.fill);
    if (mark.stroke !== undefined) {
      doc.setDrawColor(mark.stroke);
      doc.setLineWidth(mark.strokeWidth ?? 1);
    }
    if (mark.fill === undefined) return mark.stroke === undefined ? null : 'S';
    return mark.stroke === undefined ? 'F' : 'DF';
  }

  function line(mark: Mark & { kind: 'line' }): void {
    const [first, ...rest] = mark.points;
    if (first === undefined) return;
    const deltas = rest.map(([x, y], i) => [x - (mark.points[i]?.[0] ?? 0), y - (mark.points[i]?.[1] ?? 0)]);
    const { fill, stroke, opacity = 1 } = mark;
    if (fill !== undefined) {
      if (opacity < 1) doc.setGState(new GState({ opacity }));
      doc.setFillColor(fill);
      doc.lines(deltas, first[0], first[1], [1, 1], 'F', mark.closed);
      if (opacity < 1) doc.setGState(opaque);
    }
    if (stroke === undefined) return;
    prepare({ stroke, strokeWidth: mark.strokeWidth ?? 1 });
    if (mark.dashed === true) doc.setLineDashPattern([3, 2], 0);
    doc.lines(deltas, first[0], first[1], [1, 1], 'S', mark.closed);
    if (mark.dashed === true) doc.setLineDashPattern([], 0);
  }

  function draw(mark: Mark): void {
    switch (mark.kind) {
      case 'text':
        text(mark);
        return;
      case 'line':
        line(mark);
        return;
      case 'rect': {
        const paint = prepare(mark);
        if (paint !== null) doc.rect(mark.x, mark.y, mark.width, mark.height, paint);
        return;
      }
      case 'circle': {
        const paint = prepare(mark);
        if (paint !== null) doc.circle(mark.x, mark.y, mark.radius, paint);
        return;
      }
      case 'picture':
        doc.addImage(`data:image/jpeg;base64,${mark.jpeg}`, 'JPEG', mark.x, mark.y, mark.width, mark.height);
    }
  }

  return {
    draw,
    reset: () => {
      font = '';
      textColor = '';
    },
  };
}
