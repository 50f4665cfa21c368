import type { Block } from '../report-document.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { barrier } from './barrier.ts';
import { firstThings } from './first-things.ts';
import { moneyTiles } from './money-tiles.ts';
import { openQuestions } from './open-questions.ts';
import { standings } from './standings.ts';

/** What the owner of the mill reads, on one page: what stands in the way, where the mill stands, what to do first, what that costs and brings, what nobody knows yet. */
export function ownerPage(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  return [
    barrier(mill, planned),
    ...standings(mill, planned),
    ...firstThings(mill, planned),
    ...(planned === null ? [] : moneyTiles(planned)),
    ...openQuestions(mill),
  ];
}
