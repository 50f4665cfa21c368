import { describe, expect, it } from 'vitest';
import { levelsInSight, progressOf } from '#assessments/guiding/next-steps.ts';
import { openFigures, openQuestions } from '#assessments/guiding/openings.ts';
import { untouchedTwin } from '#assessments/guiding/untouched-twin.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { scoreMill, type ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';

const mills = EVERY_MILL.map(([name, json]) => {
  const mill = scoreLatest(Dossier.parse(json), '2026-11-30');
  if (mill === null) throw new Error(`${name} has no diagnosis`);
  return [name, mill] as const;
});

describe.each(mills)('what is open at %s', (_name, mill) => {
  const untouched = untouchedTwin(mill);

  it('counts every question that is asked, and nothing that is answered', () => {
    const { asked, answered, questions } = progressOf(mill);
    const open = questions.map(({ question }) => question.id);
    expect(asked).toBeGreaterThan(100);
    expect(answered).toBeLessThanOrEqual(asked);
    for (const id of open) expect(mill.answer(questionOf(id, mill))?.rung).toBeUndefined();
    expect(progressOf(untouched).answered).toBe(0);
    expect(progressOf(untouched).minutes).toBeGreaterThan(progressOf(mill).minutes);
  });

  it('puts gates first, then what a minute settles most', () => {
    const questions = openQuestions(untouched);
    const gates = questions.filter(({ isGate }) => isGate).length;
    expect(questions.slice(0, gates).every(({ isGate }) => isGate)).toBe(true);
    const rates = questions.slice(gates).map(({ width, minutes }) => width / minutes);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  it('names no figure twice, and makes every KPI known that figures can', () => {
    const figures = openFigures(untouched);
    const keys = figures.flatMap(({ facts }) => facts.map(({ id, year }) => `${year}/${id}`));
    expect(new Set(keys).size).toBe(keys.length);
    const kpis = figures.flatMap(({ kpis: known }) => known);
    expect(new Set(kpis).size).toBe(kpis.length);
    expect(openFigures(untouched, 5).flatMap(({ facts }) => facts).length).toBeLessThanOrEqual(5);
  });

  it('settles every level that is open by what it names, if each answer comes out in the middle', () => {
    const inSight = levelsInSight(untouched, progressOf(untouched));
    expect(inSight.length).toBeGreaterThan(0);
    for (const { pack, result, questions, figures } of inSight) {
      const gates = result.gates.filter(({ state }) => state === 'unknown');
      expect(questions.filter(({ isGate }) => isGate)).toHaveLength(gates.length);
      expect(questions.length + figures.length).toBeGreaterThan(gates.length);
      expect(questions.every((each) => each.pack === pack.id)).toBe(true);
    }
  });
});

describe('a level in sight', () => {
  it('is as near as the answers say: once the named questions are answered in the middle, the score lies in one level', () => {
    const [, mill] = mills.find(([name]) => name === 'arch-knitting.json') ?? [];
    if (mill === undefined) throw new Error('no such mill');
    const untouched = untouchedTwin(mill);
    const cloud = levelsInSight(untouched, progressOf(untouched)).find(({ pack }) => pack.id === 'cloud-adoption');
    const answers = Object.fromEntries(
      (cloud?.questions ?? []).map(({ question }) => [question.id, { self: middleOf(question) }]),
    );
    const after = scoreMill(untouched.dossier, { ...untouched.diagnosis, answers }, untouched.context);
    const score = after.scores.packs['cloud-adoption']?.score;
    const [low = 0, high = 0] = [score?.low, score?.high];
    expect(high - low).toBeLessThan(20);
    expect(cloud?.questions.length).toBeGreaterThan(5);
  });
});

function middleOf({ form }: Question): AnswerValue {
  return form.kind === 'ladder' ? { rung: 3 } : form.kind === 'numeric' ? { value: 40 } : { rung: 2 };
}

function questionOf(id: string, mill: ScoredMill): Question {
  const question = mill.questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}
