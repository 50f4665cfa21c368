import { describe, expect, it } from 'vitest';
import { formOf } from '#assessments/forms/forms.ts';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import type { Question } from '#assessments/schema/pack.ts';

const questions = packList(shippedPacks).flatMap((pack) => pack.questions);

/** Where each choice puts a mill, as levels count it, in the order shown; ticks and figures have none. */
function standings(question: Question): number[] {
  const { choices, read, standing, countingRung, survey } = formOf(question);
  if (survey(question).type !== 'radiogroup') return [];
  return choices(question).map(({ value }) => {
    const at = standing(question, read(value) ?? undefined, null);
    return at === null ? NaN : countingRung(question, at.rung);
  });
}

describe('the choices of a question', () => {
  it('run from the least to the most, in every form', () => {
    const wrong = questions.filter((question) => {
      const shown = standings(question);
      return shown.some((rung, i) => !(rung >= (shown[i - 1] ?? 0)));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('of a ladder say once that there is nothing', () => {
    const ladders = questions.filter(({ form }) => form.kind === 'ladder');
    const wrong = ladders.filter((question) => standings(question).filter((rung) => rung === 0).length !== 1);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
