import type { FigureBlock } from '../report-document.ts';

/** What title and lead leave of a slide, in points. */
const ROOM = { width: 870, height: 340 } as const;

/** Of one figure drawn in several widths the one whose letters are largest on a slide; null for none. */
export function largest(drawn: readonly FigureBlock[]): FigureBlock | null {
  const scaleOf = ({ figure: { width, height } }: FigureBlock) => Math.min(ROOM.width / width, ROOM.height / height);
  return drawn.reduce<FigureBlock | null>(
    (best, block) => (best === null || scaleOf(block) > scaleOf(best) ? block : best),
    null,
  );
}
