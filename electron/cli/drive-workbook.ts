import type { DriveEntry, DriveRollUp } from '#assessments/drive/roll-up.ts';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import type { ReportWorkbook, WorkbookCell, WorkbookColumn } from '#assessments/reporting/report-workbook.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Pack } from '#assessments/schema/pack.ts';
import { roundedDown } from '#assessments/scoring/shown-number.ts';
import { renderXlsx } from '#renderer/documents/xlsx/render-xlsx.ts';
import { sha256Of } from '../host/files/sha256.ts';
import { text } from './text.ts';

/** The roll-up as a workbook: one row per enterprise. The same roll-up gives the same bytes. */
export function driveWorkbook(drive: DriveRollUp, language: Language): Uint8Array {
  return renderXlsx(workbookOfDrive(drive, language));
}

function workbookOfDrive(drive: DriveRollUp, language: Language): ReportWorkbook {
  const words = wordsIn(language);
  const packs = packList(shippedPacks);
  const title = text('drive-title', language, { asOf: drive.asOf });
  return {
    language,
    meta: {
      title,
      subject: words.say('meta-subject'),
      author: words.say('meta-author'),
      keywords: '',
      issuedOn: drive.asOf,
      inputHash: sha256Of(JSON.stringify(drive)),
    },
    running: { header: title, mark: '', footer: '', pageNumber: words.say('page-number') },
    sheets: [
      {
        kind: 'table',
        name: text('drive-sheet', language),
        frozen: 2,
        columns: [
          { title: text('column-id', language), width: 24, kind: 'text' },
          { title: text('column-name', language), width: 36, kind: 'text' },
          { title: text('column-city', language), width: 12, kind: 'text' },
          { title: text('column-sectors', language), width: 18, kind: 'text' },
          ...packs.flatMap((pack) => packColumns(pack, language)),
        ],
        rows: drive.enterprises.map((entry) => row(entry, packs)),
      },
    ],
  };
}

function packColumns({ shortName }: Pack, language: Language): WorkbookColumn[] {
  const column = (id: 'column-low' | 'column-high' | 'column-level', decimals: number): WorkbookColumn => ({
    title: `${shortName[language]} ${text(id, language)}`,
    width: 14,
    kind: 'number',
    decimals,
  });
  return [column('column-low', 1), column('column-high', 1), column('column-level', 0)];
}

/** Scores as they are shown everywhere: rounded down. */
function row(entry: DriveEntry, packs: readonly Pack[]): WorkbookCell[] {
  const shown = (score: number | null) => (score === null ? null : roundedDown(score));
  return [
    entry.id,
    entry.name,
    entry.city,
    entry.subSectors.join(' '),
    ...packs.flatMap(({ id }) => {
      const { low, high, level } = entry.packs[id] ?? { low: null, high: null, level: null };
      return [shown(low), shown(high), level];
    }),
  ];
}
