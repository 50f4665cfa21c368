import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DRIVE_FORMAT, RESULT_FORMAT } from '#assessments/schema/result.ts';

/** Stands behind the last byte: in a PDF a comment, in a ZIP the comment of the archive. */
const SIGN = '%zhizhen-output sha256:';
const MARK_LENGTH = SIGN.length + 64 + 1;

/** A result is computed and never edited, so that its first lines say whose it is. */
const OWN_STARTS = [RESULT_FORMAT, DRIVE_FORMAT].map((format) => `{\n  "format": "${format}",\n`);

/**
 * A document as it is written: with a mark by which a later run knows that it is its own and nobody has changed it since.
 * Readers pass over the mark; what edits a document loses it.
 */
export function marked(bytes: Uint8Array): Uint8Array {
  const mark = Buffer.from(`${SIGN}${sha256(bytes)}\n`);
  const whole = Buffer.concat([bytes, mark]);
  if (isZip(whole)) whole.writeUInt16LE(MARK_LENGTH, bytes.length - 2);
  return whole;
}

/** Whether the file at a path was written by this program and is as it was written. @throws where it cannot be read */
export async function isOwn(path: string): Promise<boolean> {
  const whole = await readFile(path);
  if (OWN_STARTS.some((start) => whole.subarray(0, start.length).toString('latin1') === start)) return true;
  const bytes = Buffer.from(whole.subarray(0, Math.max(0, whole.length - MARK_LENGTH)));
  if (isZip(bytes)) bytes.writeUInt16LE(0, bytes.length - 2);
  return whole.subarray(bytes.length).toString('latin1') === `${SIGN}${sha256(bytes)}\n`;
}

/** The last two bytes of an archive without a comment are the length of its comment. */
function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
