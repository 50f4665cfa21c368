import { dirname } from 'node:path/posix';

/**
 * Lines that list files by folder with their sizes in bytes, the largest first, and the sums.
 * @param {{ path: string, bytes: Buffer }[]} files
 * @returns {string[]}
 */
export function sizeTable(files) {
  const folders = new Map();
  for (const file of files) {
    const folder = dirname(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const parts = [...folders]
    .sort()
    .map(([folder, inside]) => [
      line(sizeOf(inside), `${folder}/ (${inside.length})`),
      ...inside
        .sort((a, b) => b.bytes.length - a.bytes.length)
        .map(({ path, bytes }) => line(bytes.length, `  ${path}`)),
    ]);
  return [...parts.flat(), line(sizeOf(files), `all (${files.length})`)];
}

/** Bytes of all files together. */
export function sizeOf(files) {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function line(size, name) {
  return `${size.toLocaleString('en-US').padStart(12)}  ${name}`;
}
