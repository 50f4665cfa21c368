import { bareHash } from '../../schema/bare-hash.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookSheet } from '../report-workbook.ts';

/** The files that prove answers, each with the questions it stands at. */
export function evidenceSheet({ words, dossier, diagnosis }: Mill): WorkbookSheet {
  const usedAt = (hash: string) =>
    Object.entries(diagnosis.answers).flatMap(([id, { evidence = [] }]) =>
      evidence.some((entry) => bareHash(entry) === hash) ? [id] : [],
    );
  return {
    name: words.say('sheet-evidence'),
    columns: [
      { title: words.say('sheet-file'), width: 36, kind: 'text' },
      { title: words.say('sheet-questions'), width: 30, kind: 'text' },
      { title: words.say('sheet-added'), width: 13, kind: 'date' },
      { title: words.say('sheet-note'), width: 40, kind: 'text' },
      { title: words.say('sheet-size'), width: 12, kind: 'number' },
      { title: words.say('sheet-hash'), width: 68, kind: 'text' },
    ],
    rows: (dossier.evidence ?? []).map(({ sha256, name, addedOn, note, bytes }) => [
      name ?? null,
      words.list(usedAt(bareHash(sha256))) || null,
      addedOn ?? null,
      note ?? null,
      bytes ?? null,
      bareHash(sha256),
    ]),
  };
}
