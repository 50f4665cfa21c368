import { bareHash } from '../../schema/bare-hash.ts';
import type { EvidenceFile } from '../../schema/dossier.ts';
import { evidenceName } from '../../schema/evidence-name.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';

/** The files that prove answers, each with the questions it stands at. */
export function evidenceSheet({ words, dossier, diagnosis }: Mill): WorkbookTable {
  const usedAt = (hash: string) =>
    Object.entries(diagnosis.answers).flatMap(([id, { evidence = [] }]) =>
      evidence.some((entry) => bareHash(entry) === hash) ? [id] : [],
    );
  /** As it is listed, then as it is called where it was added under another name. */
  const namesOf = (file: EvidenceFile) => {
    const added = Object.values(diagnosis.answers).flatMap((answer) =>
      answer.evidence?.some((entry) => bareHash(entry) === bareHash(file.sha256)) === true
        ? [evidenceName(answer, file.sha256, file)]
        : [],
    );
    return [...new Set([file.name, ...added])].filter((name) => name !== undefined);
  };
  return {
    kind: 'table',
    name: words.say('sheet-evidence'),
    columns: [
      { title: words.say('sheet-file'), width: 34, kind: 'text' },
      { title: words.say('sheet-questions'), width: 24, kind: 'text' },
      { title: words.say('sheet-added'), width: 13, kind: 'date' },
      { title: words.say('sheet-note'), width: 28, kind: 'text' },
      { title: words.say('sheet-size'), unit: words.say('unit-bytes'), width: 12, kind: 'number' },
      { title: words.say('sheet-hash'), width: 66, kind: 'text' },
    ],
    rows: (dossier.evidence ?? []).map((file) => [
      words.list(namesOf(file)) || null,
      words.list(usedAt(bareHash(file.sha256))) || null,
      file.addedOn ?? null,
      file.note ?? null,
      file.bytes ?? null,
      bareHash(file.sha256),
    ]),
  };
}
