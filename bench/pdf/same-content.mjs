import { spawnSync } from 'node:child_process';

const LEAST_SHARE = 0.98;
/** Of our pages, for long documents. */
const LARGEST_DIFFERENCE = 0.15;

/** Text without white space and number of pages, as poppler reads them. */
export function readPdf(file) {
  const pages = Number(/^Pages:\s+(\d+)/m.exec(tool('pdfinfo', [file]))?.[1]);
  return { pages, characters: [...tool('pdftotext', ['-raw', file, '-']).replaceAll(/\s/g, '')] };
}

/** Share of our characters that the other has too, each as often; and why its row does not count, if so. */
export function compare(ours, other) {
  const left = new Map();
  for (const character of other.characters) left.set(character, (left.get(character) ?? 0) + 1);
  let found = 0;
  for (const character of ours.characters) {
    const count = left.get(character) ?? 0;
    if (count > 0) found += 1;
    left.set(character, count - 1);
  }
  const share = found / ours.characters.length;
  return { share, notCounted: reason(share, ours.pages, other.pages) };
}

function reason(share, ours, others) {
  if (share < LEAST_SHARE) return 'not counted: text is missing';
  return Math.abs(others - ours) > Math.max(1, LARGEST_DIFFERENCE * ours) ? 'not counted: pages differ' : '';
}

function tool(name, args) {
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${name}: ${error?.message ?? stderr}`);
  return stdout;
}
