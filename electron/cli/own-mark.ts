import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { DRIVE_FORMAT, RESULT_FORMAT } from '#assessments/schema/result.ts';
import { sha256Of } from '../host/files/sha256.ts';

/** Stands behind the last byte: in a PDF a comment, in a ZIP the comment of the archive. */
const SIGN = '%zhizhen-output sha256:';
const MARK_LENGTH = SIGN.length + 64 + 1;

/** A result is computed and never edited, so that its first lines say whose it is. */
const OWN_STARTS = [RESULT_FORMAT, DRIVE_FORMAT].map((format) => `{\n  "format": "${format}",\n`);
const LONGEST_START = Math.max(...OWN_STARTS.map((start) => start.length));

/** Bytes of a file that are in memory at once. */
const CHUNK = 2 ** 18;

/**
 * A document as it is written: with a mark by which a later run knows that it is its own and nobody has changed it since.
 * Readers pass over the mark; what edits a document loses it.
 */
export function marked(bytes: Uint8Array): Uint8Array {
  const mark = Buffer.from(`${SIGN}${sha256Of(bytes)}\n`);
  const whole = Buffer.concat([bytes, mark]);
  if (isZip(whole)) whole.writeUInt16LE(MARK_LENGTH, bytes.length - 2);
  return whole;
}

/** Whether the file at a path was written by this program and is as it was written. @throws where it cannot be read */
export async function isOwn(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const start = await readAt(file, 0, LONGEST_START);
    if (OWN_STARTS.some((own) => start.toString('latin1').startsWith(own))) return true;
    const length = size - MARK_LENGTH;
    const mark = length < 0 ? '' : (await readAt(file, length, MARK_LENGTH)).toString('latin1');
    return mark.startsWith(SIGN) && mark === `${SIGN}${await sha256Unmarked(file, length, isZip(start))}\n`;
  } finally {
    await file.close();
  }
}

/** Of the bytes before the mark, as they were when it was set. */
async function sha256Unmarked(file: FileHandle, length: number, isArchive: boolean): Promise<string> {
  const hash = createHash('sha256');
  const unchanged = isArchive ? length - 2 : length;
  for (let at = 0; at < unchanged; at += CHUNK) hash.update(await readAt(file, at, Math.min(CHUNK, unchanged - at)));
  if (isArchive) hash.update(Buffer.alloc(2));
  return hash.digest('hex');
}

/** Fewer bytes where the file ends before. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The last two bytes of an archive without a comment are the length of its comment. */
function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x50 && bytes[1] === 0x4b;
}
