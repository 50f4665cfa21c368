import type { Dossier } from '#assessments/schema/dossier.ts';
import { pinnedPacks } from '#assessments/scoring/standing.ts';
import type { EnterpriseSummary } from './database.ts';
import { latestScore } from './latest-score.ts';

/** Where an enterprise stands, for the list; null without a diagnosis. */
export function summaryOf(dossier: Dossier): EnterpriseSummary | null {
  const latest = latestScore(dossier);
  if (latest === null) return null;
  const { diagnosis } = latest;
  const { packs } = latest.scored;
  const summary: EnterpriseSummary['packs'] = {};
  let answered = 0;
  let applicable = 0;
  for (const id of pinnedPacks(diagnosis.packs)) {
    const result = packs[id];
    if (result === undefined) continue;
    answered += result.counts.answered + result.counts.notApplicable;
    applicable += result.counts.applicable;
    if (result.score !== null) summary[id] = { ...result.score, level: result.level };
  }
  return { year: diagnosis.year, openedOn: diagnosis.openedOn, packs: summary, answered, applicable };
}
