import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { TooLarge, type ReadTable, type Refusal, type Sheet } from './table.ts';

/** What an OLE file begins with: Excel up to 2003, and every file of Office with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Where an OLE file names a stream of this name, it is locked by a password. */
const LOCKED = 'EncryptedPackage';
/** Bytes; more is no table of a mill. */
const LARGEST = 50 * 1024 * 1024;

/**
 * Any table that a mill may have: XLSX, or text parted by commas, semicolons or tabs in UTF-8, UTF-16 or GB 18030. What is
 * none is refused with the reason; it never throws.
 */
export function readTable(bytes: Uint8Array): ReadTable {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > LARGEST) return refused('too-large');
  if (beginsWith(bytes, OLE)) return refused(names(bytes, LOCKED) ? 'encrypted' : 'old-xls');
  try {
    const sheets = beginsWith(bytes, ZIP) ? readXlsx(bytes) : readCsv(bytes);
    return typeof sheets === 'string' ? refused(sheets) : holding(sheets);
  } catch (error) {
    return refused(error instanceof TooLarge ? 'too-large' : 'damaged');
  }
}

function holding(sheets: readonly Sheet[]): ReadTable {
  return sheets.some(({ rows }) => rows.length > 0) ? { ok: true, sheets } : refused('empty');
}

function refused(refusal: Refusal): ReadTable {
  return { ok: false, refusal };
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Whether a name stands somewhere in the bytes in UTF-16, as OLE files write it. */
function names(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...name].join('\0'));
}
