import { describe, expect, it } from 'vitest';
import type { PackId } from '#assessments/schema/ids.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { leastMore, needsForNextLevel } from '#assessments/scoring/level-needs.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { scoredMillOf } from '#tests/support/dossiers.ts';

const TOPICS = ['intelligent-manufacturing', 'cloud-adoption'] as PackId[];

/** The blockers of a topic once questions stand at a rung, whatever else they would be read from. */
function blockersWith(json: unknown, id: PackId, questions: readonly string[], rung: number) {
  const dossier = structuredClone(json) as { diagnoses: { answers: Record<string, unknown> }[] };
  for (const { answers } of dossier.diagnoses)
    for (const question of questions) answers[question] = { self: { rung: Math.ceil(rung) } };
  const mill = scoredMillOf(Dossier.parse(dossier));
  return { needs: needsForNextLevel(mill, id), level: mill.scores.packs[id]?.level ?? 0 };
}

describe.each(EVERY_MILL)('what %s lacks for the next level', (_name, json) => {
  const mill = scoredMillOf(Dossier.parse(json));

  it.each(TOPICS)('is nothing once as many questions of %s as are said stand at their rung, and not before', (id) => {
    const level = mill.scores.packs[id]?.level ?? 0;
    const blockers = mill.scores.packs[id]?.blockers ?? [];
    const needs = needsForNextLevel(mill, id);
    expect(needs.length > 0).toBe(blockers.some(({ rule }) => rule !== 'score'));
    for (const need of needs.filter(({ kind }) => kind !== 'mean')) {
      expect(need.have + need.more).toBe(need.need);
      expect(need.questions.length).toBe(need.total - need.have);
      const ladder = need.questions.filter((question) => mill.questions.get(question)?.form.kind === 'ladder');
      if (ladder.length < need.more) continue;
      const stillLacking = (count: number) => {
        const after = blockersWith(json, id, ladder.slice(0, count), need.rung);
        return after.level === level && after.needs.some(({ kind, rung }) => kind === need.kind && rung === need.rung);
      };
      expect(stillLacking(need.more)).toBe(false);
      expect(stillLacking(need.more - 1)).toBe(true);
    }
    expect(leastMore(needs)).toBeLessThanOrEqual(Math.max(0, ...blockers.map(({ questions }) => questions.length)));
  });
});
