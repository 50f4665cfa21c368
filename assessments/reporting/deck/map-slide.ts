import { effortOf, type PlannedMeasure } from '../../planning/planned-measures.ts';
import type { ContentSlide } from '../deck-document.ts';
import { costBenefitMap } from '../figures/cost-benefit-map.ts';
import { nameOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';

const NAMED = 3;

/** Every measure by what it takes of the mill's own people and what it brings. */
export function mapSlide(mill: Mill): ContentSlide | null {
  const block = costBenefitMap(mill);
  const planned = plannedMillOf(mill);
  if (block === null || planned === null) return null;
  const { words } = mill;
  const easy = easyOnes(planned.open).map((entry) => nameOf(entry, words));
  const values = { all: planned.open.length, count: easy.length, list: words.list(easy.slice(0, NAMED)) };
  return {
    kind: 'content',
    title: words.say(easy.length === 0 ? 'deck-map-title' : 'deck-map-title-easy', values),
    lead: easy.length === 0 ? '' : words.say(easy.length > NAMED ? 'deck-first-of' : 'deck-all-of', values),
    parts: [{ kind: 'figure', figure: block.figure, caption: block.caption }],
    source: easy.length === 0 ? '' : words.say('deck-map-source'),
    notes: [],
  };
}

/** Those that take no more of the mill's people than half of them do, and bring no less than half of the priced ones. */
function easyOnes(open: readonly PlannedMeasure[]): PlannedMeasure[] {
  const priced = open.flatMap(({ benefit }) => benefit?.planned ?? []);
  const effortOfOne = ({ item, measure }: PlannedMeasure) => effortOf(item, measure);
  const [effort, benefit] = [median(open.map(effortOfOne)), median(priced)];
  return open.filter((entry) => effortOfOne(entry) <= effort && (entry.benefit?.planned ?? -Infinity) >= benefit);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
