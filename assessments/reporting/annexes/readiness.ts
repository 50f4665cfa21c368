import {
  closersOf,
  readinessOf,
  type ConditionReading,
  type ConditionState,
  type LadderReading,
  type StepReading,
} from '../../planning/readiness.ts';
import { needsVerification } from '../../schema/marks.ts';
import { fewIds, starIf } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { Block, TableRow, Tone } from '../report-document.ts';
import { textId } from '../words.ts';

const MANY_IDS = 4;
const TONES: Readonly<Record<ConditionState, Tone>> = {
  met: 'good',
  missing: 'bad',
  unknown: 'warning',
  'not-applicable': 'muted',
  people: 'normal',
};

/** Each ladder of titles that suits the mill: its next step, what is met and missing, and what closes it. */
export function readiness(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  const policies = planned?.policies ?? mill.references?.policies;
  if (policies === undefined) return [];
  const { words, name } = mill;
  const ladders = readinessOf(policies.recognitions, mill, planned?.after ?? mill, mill.result.asOf);
  if (ladders.length === 0) return [];
  return [
    { kind: 'heading', level: 1, key: 'annex-readiness', text: words.say('annex-readiness-heading') },
    { kind: 'paragraph', text: words.say('annex-readiness-lead', { name }) },
    overview(ladders, mill),
    conditions(ladders, mill, planned),
  ];
}

function overview(ladders: readonly LadderReading[], { words }: Mill): Block {
  const figure = { align: 'right', width: 9 } as const;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-ladder'), width: 22 },
      { title: words.say('column-ready-steps'), width: 20 },
      { title: words.say('column-next-step'), width: 19 },
      { title: words.say('column-met'), ...figure },
      { title: words.say('column-missing'), ...figure },
      { title: words.say('column-unclear'), ...figure },
      { title: words.say('column-people'), ...figure },
      { title: words.say('column-missing-after'), ...figure },
    ],
    rows: ladders.map(({ ladder, ready, next, steps }) => ({
      cells: [
        { text: words.pick(ladder.name), strong: true },
        steps.every((step) => step.isOver)
          ? { text: words.say('ladder-over'), tone: 'muted' }
          : ready.map(({ step }) => words.pick(step.name)).join('\n') || '—',
        next === null ? '—' : words.pick(next.step.name),
        ...countsOf(next),
      ],
    })),
  };
}

/** Of the next step: met, missing, unclear, for people to say, and what the plan leaves open. */
function countsOf(next: StepReading | null): string[] {
  const count = (when: 'today' | 'after', ...states: ConditionState[]) =>
    next === null ? '—' : String(next.conditions.filter((reading) => states.includes(reading[when])).length);
  return [
    count('today', 'met'),
    count('today', 'missing'),
    count('today', 'unknown'),
    count('today', 'people'),
    count('after', 'missing', 'unknown'),
  ];
}

/** The conditions of the steps that a mill may apply for, of the next one, and of the one that the plan aims at. */
function conditions(ladders: readonly LadderReading[], mill: Mill, planned: PlannedMill | null): Block {
  const { words } = mill;
  const aim = planned?.plan.request.recognition;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-condition'), width: 46 },
      { title: words.say('column-today'), width: 13 },
      { title: words.say('column-after'), width: 13 },
      { title: words.say('column-closes'), width: 28 },
    ],
    rows: ladders.flatMap((reading) =>
      reading.steps
        .filter((step) => step === reading.next || reading.ready.includes(step) || step.step.id === aim)
        .flatMap((step): TableRow[] => [
          { band: true, cells: [bandText(reading, step, mill, aim)] },
          ...step.conditions.map((condition) => conditionRow(condition, mill, planned)),
        ]),
    ),
  };
}

function bandText(
  { ladder, ready }: LadderReading,
  reading: StepReading,
  { words }: Mill,
  aim: string | undefined,
): string {
  const { step, isOver } = reading;
  const notices = [
    step.id === aim ? words.say('readiness-aim') : '',
    ready.includes(reading) ? words.say('readiness-checked') : '',
    words.say(isOver ? 'ladder-over' : step.confirmNotice ? 'readiness-confirm' : 'readiness-in-force'),
  ];
  return words.say('readiness-step', {
    ladder: words.pick(ladder.name),
    step: `${words.pick(step.name)}${starIf(needsVerification(step.mark), words)}`,
    notice: notices.filter((notice) => notice !== '').join(words.say('clause-separator')),
  });
}

function conditionRow(reading: ConditionReading, { words }: Mill, planned: PlannedMill | null): TableRow {
  const { condition, today, after } = reading;
  const cell = (state: ConditionState) => ({
    text: words.say(textId('condition-', state)),
    tone: TONES[state],
    strong: state === 'missing',
  });
  const text = `${words.pick(condition.text)}${starIf(needsVerification(condition.mark), words)}`;
  return {
    cells: [
      text,
      cell(today),
      planned === null ? '—' : cell(after),
      planned === null ? '—' : closersText(reading, planned),
    ],
  };
}

/** Which chosen measures close a condition that is not met, and which on offer could where the plan leaves it open. */
function closersText({ condition, today, after }: ConditionReading, { mill, plan }: PlannedMill): string {
  const { words } = mill;
  if (today !== 'missing' && today !== 'unknown') return '—';
  if (condition.check?.kind === 'fact-at-least') return '—';
  const chosen = plan.planned.flatMap((entry) => entry.measure ?? []);
  const closers = closersOf(condition, chosen, mill);
  if (closers === null) return words.say('closes-many');
  const others = plan.offers.map((offer) => offer.measure).filter((measure) => !chosen.includes(measure));
  const offered = after === 'met' ? [] : (closersOf(condition, others, mill) ?? []);
  const text = (id: 'closes-chosen' | 'closes-offered', measures: typeof others) =>
    measures.length === 0
      ? []
      : [
          words.say(id, {
            ids: fewIds(
              measures.map((measure) => measure.id),
              MANY_IDS,
              words,
            ),
          }),
        ];
  const lines = [...text('closes-chosen', closers), ...text('closes-offered', offered)];
  return lines.length === 0 ? words.say('closes-none') : lines.join('\n');
}
