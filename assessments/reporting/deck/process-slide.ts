import type { ContentSlide } from '../deck-document.ts';
import { flowOnSlide, processFlow } from '../figures/process-flow.ts';
import { processOf, type StepOfMill } from '../figures/process-steps.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { remarkNotes } from './remark-notes.ts';
import { largest } from './largest-figure.ts';

const NAMED = 3;
const COLUMNS = [4, 5, 6, 7] as const;

/** The way of the goods with the machines on it, and at which steps the plan begins. */
export function processSlide(mill: Mill): ContentSlide | null {
  const { words, context } = mill;
  const { steps } = processOf(mill);
  const touched = touchedSteps(steps, mill);
  const marked = new Set(touched.map(({ id }) => id));
  const block = largest(COLUMNS.flatMap((columns) => processFlow(mill, flowOnSlide(columns, marked)) ?? []));
  if (block === null) return null;
  const machines = steps
    .flatMap((step) => step.machines)
    .filter(({ kind }) => context.machines.get(kind)?.main === true);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const values = {
    steps: steps.length,
    machines: grouped(sum(machines.map(({ count }) => count))),
    networked: grouped(sum(machines.map(({ networked }) => networked))),
    list: words.list(touched.slice(0, NAMED).map(({ name }) => words.pick(name))),
    touched: touched.length,
  };
  return {
    kind: 'content',
    title: words.say(
      touched.length === 0
        ? 'deck-process-title'
        : touched.length > NAMED
          ? 'deck-process-title-many'
          : 'deck-process-title-plan',
      values,
    ),
    lead: '',
    parts: [
      {
        kind: 'figure',
        figure: block.figure,
        caption: words.say(touched.length === 0 ? 'deck-process-caption' : 'deck-process-caption-plan'),
      },
    ],
    source: '',
    notes: [...remarkNotes('enterprise', mill), words.say('deck-process-notes')],
  };
}

/** Steps with machines that a measure of the plan works on. */
function touchedSteps(steps: readonly StepOfMill[], mill: Mill): StepOfMill[] {
  const kinds = new Set((plannedMillOf(mill)?.open ?? []).flatMap(({ measure }) => measure?.scope?.kinds ?? []));
  return steps.filter(({ machines }) => machines.some(({ kind }) => kinds.has(kind)));
}
