import { preliminaryFor } from '#assessments/planning/preliminary.ts';
import { annexesOf, briefOf, reportOf } from '#assessments/reporting/documents-of.ts';
import type { Picture, ReportDocument } from '#assessments/reporting/report-document.ts';
import { millOf, REPORT_CHAPTERS, type Mill, type ReportChoices } from '#assessments/reporting/report-input.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { OfficeCover } from '../docx/office-cover.ts';
import type { PdfFonts } from '../pdf/render-pdf.ts';
import type { Unprintable } from '../pdf/safe-text.ts';
import { DOCUMENT_FILES, type DocumentFile, type DocumentFormat } from './formats.ts';
import type { Office } from './office.ts';
import type { PlannedResult } from './planned.ts';

export interface PaintedDocument {
  readonly file: DocumentFile;
  readonly bytes: Uint8Array;
  /** Null where the reader of the file makes the pages. */
  readonly pages: number | null;
  /** Characters that the fonts of the PDF lack; Word and Excel use the reader's fonts. */
  readonly unprintable: readonly Unprintable[];
}

export interface DocumentOrder {
  readonly mill: ScoredMill;
  readonly planned: PlannedResult;
  readonly language: Language;
  readonly choices?: ReportChoices;
  /** Cover and logo of an office; a logo that was chosen goes before its own. */
  readonly office?: Office;
}

/** Paints the files of a format for a scored and planned mill, what they say made once for all; only the painter of a format is loaded. */
export function painterOf(
  order: DocumentOrder,
  fonts: () => Promise<PdfFonts>,
): (format: DocumentFormat) => Promise<PaintedDocument[]> {
  const mill = composed(order);
  return async (format) => {
    const painted: PaintedDocument[] = [];
    for (const file of DOCUMENT_FILES[format])
      painted.push(await paint(file, await mill, { fonts, cover: order.office?.cover ?? null }));
    return painted;
  };
}

/** The mill in words, with catalogue and policies, and 初步措施 where there is no plan. */
async function composed({ mill: scored, planned, language, choices, office }: DocumentOrder): Promise<Mill> {
  const [guidance, { catalogue, policies }] = await Promise.all([
    scored.context.library.help(scored.packs),
    import('./plan-references.ts'),
  ]);
  const hasNone = planned.plan === null && planned.refused === null;
  return millOf({
    scored,
    ...planned,
    guidance,
    language,
    references: { catalogue, policies },
    ...(hasNone ? { preliminary: preliminaryFor(scored, catalogue) } : {}),
    ...choicesWith(office?.logo ?? null, choices),
  });
}

function choicesWith(logo: Picture | null, choices: ReportChoices | undefined): { readonly choices?: ReportChoices } {
  if (logo === null) return choices === undefined ? {} : { choices };
  return { choices: { logo, ...(choices ?? { chapters: REPORT_CHAPTERS, preparedBy: '' }) } };
}

interface PaintParts {
  readonly fonts: () => Promise<PdfFonts>;
  readonly cover: OfficeCover | null;
}

const PDF_DOCUMENTS = {
  'brief.pdf': briefOf,
  'report.pdf': reportOf,
  'annexes.pdf': annexesOf,
} as const satisfies Readonly<Partial<Record<DocumentFile, (mill: Mill) => ReportDocument>>>;

async function paint(file: DocumentFile, mill: Mill, { fonts, cover }: PaintParts): Promise<PaintedDocument> {
  switch (file) {
    case 'brief.pdf':
    case 'report.pdf':
    case 'annexes.pdf': {
      const { renderPdf } = await import('../pdf/render-pdf.ts');
      return { file, ...renderPdf(PDF_DOCUMENTS[file](mill), await fonts()) };
    }
    case 'report.docx': {
      const { renderDocx } = await import('../docx/render-docx.ts');
      return { file, bytes: renderDocx(reportOf(mill), cover), pages: null, unprintable: [] };
    }
    case 'workbook.xlsx': {
      const [{ workbookOf }, { renderXlsx }] = await Promise.all([
        import('#assessments/reporting/workbook-of.ts'),
        import('../xlsx/render-xlsx.ts'),
      ]);
      return { file, bytes: renderXlsx(workbookOf(mill)), pages: null, unprintable: [] };
    }
    case 'deck.pptx': {
      const [{ deckOf }, { renderPptx }] = await Promise.all([
        import('#assessments/reporting/deck/deck-of.ts'),
        import('../pptx/render-pptx.ts'),
      ]);
      return { file, bytes: await renderPptx(deckOf(mill)), pages: null, unprintable: [] };
    }
  }
}
