import type { PackId } from '../schema/ids.ts';
import type { PlanRequest } from '../schema/plan.ts';
import type { Recognition } from '../schema/policy.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { isOver, suitsLadder } from './readiness.ts';

/** The public titles that a plan can aim at. */
export interface Recognitions {
  readonly ladders: readonly Recognition[];
  /** The day YYYY-MM-DD on which a step must hold. */
  readonly asOf: string;
}

export type RecognitionStep = Recognition['steps'][number];

/** The ladders that suit the mill with the steps that hold on a day YYYY-MM-DD; without ladders of which none does. */
export function recognitionsFor(
  ladders: readonly Recognition[],
  mill: Pick<ScoredMill, 'site' | 'dossier'>,
  asOf: string,
): Recognition[] {
  return ladders
    .filter((ladder) => suitsLadder(ladder, mill))
    .map((ladder) => ({ ...ladder, steps: ladder.steps.filter((step) => !isOver(step, asOf)) }))
    .filter(({ steps }) => steps.length > 0);
}

/** The step that a request aims at; null where it names none that this mill can aim at. */
export function targetStep(
  { recognition }: PlanRequest,
  mill: Pick<ScoredMill, 'site' | 'dossier'>,
  recognitions: Recognitions | undefined,
): RecognitionStep | null {
  if (recognition === undefined || recognitions === undefined) return null;
  const { ladders, asOf } = recognitions;
  const steps = recognitionsFor(ladders, mill, asOf).flatMap((ladder) => ladder.steps);
  return steps.find(({ id }) => id === recognition) ?? null;
}

/** The level of a topic that a step asks for; null where it names none. */
export function entryLevelOf(step: RecognitionStep | null, pack: PackId): number | null {
  const levels = (step?.conditions ?? []).flatMap(({ check }) =>
    check?.kind === 'pack-level' && check.pack === pack ? [check.level] : [],
  );
  return levels.length === 0 ? null : Math.max(...levels);
}
