import { parseXml } from './parse-xml.ts';

/** What the format of a cell makes of the number in it. */
export type NumberKind = 'number' | 'date' | 'percent';

/** Formats of Excel that have a number and no text; 27 to 58 are those of East Asia. */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const PERCENTS = [9, 10];

/** What each style of cells makes of a number, by its number. */
export function numberKinds(styles: string): NumberKind[] {
  const own = new Map<number, string>();
  const kinds: NumberKind[] = [];
  if (styles === '') return kinds;
  let isCells = false;
  parseXml(styles, {
    open: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCells = true;
      if (name !== 'xf' || !isCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      kinds.push(kindOf(id, own.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return kinds;
}

function kindOf(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (PERCENTS.includes(id)) return 'percent';
    return DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'number';
  }
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').replaceAll(/general/gi, '');
  if (bare.includes('%')) return 'percent';
  return /[ymdh]/i.test(bare) ? 'date' : 'number';
}
