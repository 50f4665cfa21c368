/** The files that a diagnosis can become; each name is the ending of its file too. */
export const DOCUMENT_FORMATS = ['pdf', 'docx', 'xlsx', 'pptx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
