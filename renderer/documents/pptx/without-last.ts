import type { SlidePart } from '../../../assessments/reporting/deck-document.ts';

/** Parts of a slide without the last line of the longest list or table, and what it said; null where no line is left to drop. */
export function withoutLast(
  parts: readonly SlidePart[],
): { readonly parts: readonly SlidePart[]; readonly dropped: readonly string[] } | null {
  const lengths = parts.map(linesOf);
  const longest = lengths.indexOf(Math.max(...lengths));
  const part = parts[longest];
  if (part === undefined || linesOf(part) < 2) return null;
  const { kept, dropped } = shortened(part);
  return { parts: parts.with(longest, kept), dropped };
}

function linesOf(part: SlidePart): number {
  if (part.kind === 'bullets') return part.items.length;
  if (part.kind === 'table') return part.rows.length;
  return part.kind === 'columns' ? Math.max(linesOf(part.left), linesOf(part.right)) : 0;
}

function shortened(part: SlidePart): { readonly kept: SlidePart; readonly dropped: readonly string[] } {
  switch (part.kind) {
    case 'bullets':
      return { kept: { ...part, items: part.items.slice(0, -1) }, dropped: part.items.slice(-1) };
    case 'table': {
      const last = part.rows.at(-1)?.cells ?? [];
      const text = last.map((cell) => (typeof cell === 'string' ? cell : cell.text)).join(' ');
      return { kept: { ...part, rows: part.rows.slice(0, -1) }, dropped: [text] };
    }
    case 'columns': {
      const side = linesOf(part.left) >= linesOf(part.right) ? 'left' : 'right';
      const { kept, dropped } = shortened(part[side]);
      return { kept: { ...part, [side]: kept }, dropped };
    }
    default:
      return { kept: part, dropped: [] };
  }
}
