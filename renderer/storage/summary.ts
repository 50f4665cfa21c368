import type { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseSummary } from './database.ts';
import { latestScore } from './latest-score.ts';
import { scoredWith } from './scored-with.ts';

/** Where an enterprise stands on a day YYYY-MM-DD, for the list; null without a diagnosis. */
export function summaryOf(dossier: Dossier, asOf: string): EnterpriseSummary | null {
  const mill = latestScore(dossier, asOf);
  if (mill === null) return null;
  const {
    diagnosis,
    pinned,
    scores: { packs, indicative },
  } = mill;
  const summary: EnterpriseSummary['packs'] = {};
  let answered = 0;
  let applicable = 0;
  for (const id of pinned) {
    const result = packs[id];
    if (result === undefined) continue;
    answered += result.counts.answered + result.counts.notApplicable;
    applicable += result.counts.applicable;
    if (result.score !== null) summary[id] = { ...result.score, level: result.level };
  }
  const { year, openedOn, packs: pins } = diagnosis;
  const gbt39116 = indicative.gbt39116?.level ?? null;
  return { year, openedOn, packs: summary, gbt39116, answered, applicable, scoredWith: scoredWith(pins) };
}
