import { join } from 'node:path';
import { DOCUMENT_FILES } from '#renderer/documents/composer/formats.ts';
import type { Format, Options } from './command-line.ts';

/** The files that each format of one dossier becomes. */
export const FILE_NAMES: Readonly<Record<Format, readonly string[]>> = { json: ['result.json'], ...DOCUMENT_FILES };

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
