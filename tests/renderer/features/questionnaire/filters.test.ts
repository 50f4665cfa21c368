import { describe, expect, it } from 'vitest';
import { passes } from '#renderer/features/questionnaire/filters.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

describe('the filter of what blocks the next level', () => {
  it('passes a question that is answered, and none that is untouched', () => {
    const mill = demoMills().find(({ dossier }) => dossier.id === 'demo-dyeing')?.input.scored;
    if (mill === undefined) throw new Error('no such demo mill');
    const result = mill.scores.packs['intelligent-manufacturing'];
    const question = result?.blockers
      .flatMap(({ questions }) => questions)
      .flatMap((id) => mill.questions.get(id) ?? [])
      .find(({ id, form }) => form.kind === 'ladder' && mill.diagnosis.answers[id]?.self?.rung !== undefined);
    if (question === undefined) throw new Error('nothing blocks');
    const { [question.id]: _taken, ...answers } = mill.diagnosis.answers;
    const facts = mill.facts.now;
    expect(passes('blocks', question, mill.diagnosis, facts, result)).toBe(true);
    expect(passes('blocks', question, { ...mill.diagnosis, answers }, facts, result)).toBe(false);
    expect(passes('unanswered', question, { ...mill.diagnosis, answers }, facts, result)).toBe(true);
  });
});
