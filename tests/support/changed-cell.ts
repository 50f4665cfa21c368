import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook of ours in which one cell of a sheet, counted from 1, was typed in, as Excel would save it. */
export function changedCell(bytes: Uint8Array, sheet: number, at: string, value: string | number): Uint8Array {
  const files = unzipSync(bytes);
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const before = strFromU8(files[path] ?? new Uint8Array());
  const typed =
    typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="str"><v>${value}</v></c>`;
  const after = before.replace(new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`), typed);
  if (after === before) throw new Error(`no cell ${at}`);
  return zipSync({ ...files, [path]: strToU8(after) });
}
