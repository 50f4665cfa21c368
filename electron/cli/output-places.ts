import { join } from 'node:path';
import type { Format, Options } from './command-line.ts';

/** What each format of one dossier is called. */
export const FILE_NAMES: Readonly<Record<Format, string>> = {
  json: 'result.json',
  pdf: 'report.pdf',
  docx: 'report.docx',
  xlsx: 'report.xlsx',
  pptx: 'deck.pptx',
};

/** What a batch writes beside the folders of its mills. */
export const ROLL_UP_NAMES = { json: 'drive.json', xlsx: 'drive.xlsx' } as const;

const DEFAULT = 'out';

/** The folder of all outputs, as the caller named it or by default; `onlyId` is null for a batch. */
export function outputFolder({ out }: Options, onlyId: string | null): string {
  return out ?? (onlyId === null ? DEFAULT : join(DEFAULT, onlyId));
}

/** Where the files of one dossier go. */
export function folderOfMill(root: string, id: string, isBatch: boolean): string {
  return isBatch ? join(root, id) : root;
}
