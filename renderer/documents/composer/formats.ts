/** The documents of a diagnosis that are ordered by themselves; the report as PDF brings its annexes along. */
export const DOCUMENT_FORMATS = ['brief', 'pdf', 'docx', 'xlsx', 'pptx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The files that each becomes. */
export const DOCUMENT_FILES = {
  brief: ['brief.pdf'],
  pdf: ['report.pdf', 'annexes.pdf'],
  docx: ['report.docx'],
  xlsx: ['workbook.xlsx'],
  pptx: ['deck.pptx'],
} as const satisfies Readonly<Record<DocumentFormat, readonly string[]>>;
export type DocumentFile = (typeof DOCUMENT_FILES)[DocumentFormat][number];
