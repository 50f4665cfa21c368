import { lostPoints, type RankedLine } from '../scoring/gaps.ts';
import { shownFigure } from '../scoring/shown-number.ts';
import type { Words } from './words.ts';

/** What a gap costs its topic, `2.6`, or `0.0–1.0` where it is not known yet how much. */
export function lostText(gap: RankedLine, words: Words): string {
  const lost = lostPoints(gap);
  const [low, high] = [shownFigure(lost.low), shownFigure(lost.high)];
  return low === high ? high : words.say('interval', { low, high });
}
