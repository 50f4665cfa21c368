import type { ContentSlide } from '../deck-document.ts';
import { layersOf } from '../figures/architecture-layers.ts';
import { architecture } from '../figures/architecture.ts';
import { nameOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { remarkNotes } from './remark-notes.ts';
import { largest } from './largest-figure.ts';

const NAMED = 3;
const COLUMNS = [4, 5, 6, 7] as const;

/** The systems and connections of today, and what the plan adds to them. */
export function architectureSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  const block = planned === null ? null : largest(COLUMNS.flatMap((columns) => architecture(mill, columns) ?? []));
  if (planned === null || block === null) return null;
  const { words, facts } = mill;
  const { open, after } = planned;
  const brought = new Set(
    layersOf(facts.now, { planned: open, after: after.facts.now }).flatMap((layer) => layer.brought),
  );
  const names = open.filter((entry) => brought.has(entry)).map((entry) => nameOf(entry, words));
  const values = {
    systems: facts.now.systems?.length ?? 0,
    brought: names.length,
    list: words.list(names.slice(0, NAMED)),
  };
  return {
    kind: 'content',
    title: words.say(names.length === 0 ? 'deck-architecture-title-none' : 'deck-architecture-title', values),
    lead: names.length === 0 ? '' : words.say(names.length > NAMED ? 'deck-first-of' : 'deck-all-of', values),
    parts: [{ kind: 'figure', figure: block.figure, caption: block.caption }],
    source: '',
    notes: [...remarkNotes('solution', mill), words.say('deck-architecture-notes')],
  };
}
