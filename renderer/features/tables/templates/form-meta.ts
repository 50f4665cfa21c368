import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { FormSheet, FormWorkbook } from '../../../documents/xlsx/form-workbook.ts';
import type { WindowWords } from '../../../i18n/use-words.ts';

/** A form of these sheets, with what the file says about itself. */
export function formOfSheets(
  { dossier, diagnosis, context }: ScoredMill,
  title: string,
  sheets: readonly FormSheet[],
  { say, language }: WindowWords,
): FormWorkbook {
  return {
    language,
    meta: {
      title,
      subject: title,
      author: say('brand'),
      keywords: `${dossier.id} ${diagnosis.year}`,
      issuedOn: context.asOf,
      inputHash: dossier.id,
    },
    running: { header: title, mark: '', footer: dossier.enterprise.name, pageNumber: '{page} / {pages}' },
    sheets,
  };
}
