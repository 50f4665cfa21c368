import { reaches } from '../indicators/comparison.ts';
import type { PackId } from '../schema/ids.ts';
import type { Pack } from '../schema/pack.ts';
import type { PlanRequest } from '../schema/plan.ts';
import type { PackResult } from '../schema/result.ts';
import { scoredPacks } from '../packs/scored-packs.ts';
import { highestLevel } from '../scoring/levels.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { entryLevelOf, type RecognitionStep } from './recognition-target.ts';

/** A topic that a plan counts, with the level that it aims at. */
export interface PlanTopic {
  readonly pack: Pack;
  readonly today: PackResult;
  /** 1 as the others, 2 twice. */
  readonly weight: number;
  /** Null where too little is known of it: then it has no points and no target either. */
  readonly target: number | null;
}

/** The share of its questions that must be answered before a topic counts as known (planning.md 3). */
export const KNOWN_SHARE = 0.6;

/** Whether enough of a topic's questions are answered, of those that are answered or unknown. */
export function isKnown({ counts: { answered, unknown } }: Pick<PackResult, 'counts'>): boolean {
  return answered + unknown > 0 && reaches(answered, KNOWN_SHARE * (answered + unknown));
}

/** The topics that the mill did not set to 0; the index for SMEs is a reference and none. */
export function planTopics(mill: ScoredMill, request: PlanRequest, step: RecognitionStep | null): PlanTopic[] {
  return scoredPacks(mill).flatMap((pack): PlanTopic[] => {
    const today = mill.scores.packs[pack.id];
    const weight = topicWeight(request, pack.id);
    if (pack.method === 'sme' || today === undefined || weight === 0) return [];
    const target = isKnown(today) && today.level !== null ? targetOf(pack, today.level, request, step) : null;
    return [{ pack, today, weight, target }];
  });
}

export function topicWeight({ topics }: PlanRequest, pack: PackId): number {
  return topics?.[pack]?.weight ?? 1;
}

/** The level asked for, else that of the recognition, else the next one, at the top the top. */
function targetOf(
  { id, levels }: Pick<Pack, 'id' | 'levels'>,
  today: number,
  { topics }: PlanRequest,
  step: RecognitionStep | null,
): number {
  return topics?.[id]?.level ?? entryLevelOf(step, id) ?? Math.min(today + 1, highestLevel(levels));
}

/** The failed gates that a plan is to close: those of the law, and those of a title that a target above the cap or the recognition asks for. */
export function gatesToClose(mill: ScoredMill, topics: readonly PlanTopic[], step: RecognitionStep | null): string[] {
  const asked = (step?.conditions ?? []).flatMap(({ check }) => (check?.kind === 'gate' ? [check.gate] : []));
  const ofTopics = topics.flatMap(({ pack, today, target }) => {
    const ofTitle: readonly string[] = pack.method === 'green' ? pack.titleGates : [];
    const isAboveCap = 'gateCap' in pack && target !== null && target > pack.gateCap;
    return today.gates
      .filter(({ id, state }) => state === 'failed' && (!ofTitle.includes(id) || isAboveCap))
      .map(({ id }) => id);
  });
  const ofRecognition = Object.values(mill.scores.packs).flatMap(({ gates }) =>
    gates.filter(({ id, state }) => state === 'failed' && asked.includes(id)).map(({ id }) => id),
  );
  return [...new Set([...ofTopics, ...ofRecognition])];
}
