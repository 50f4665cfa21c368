import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { misfitOf } from '#assessments/forms/misfit-of.ts';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { Pack, Question } from '#assessments/schema/pack.ts';
import { PROCESSES_OF, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { askAll } from '#assessments/scoring/asked-questions.ts';
import { answersOf } from '#assessments/survey/answers-of.ts';
import { surveyOf, surveyVariables } from '#assessments/survey/survey-of.ts';
import { dossierJson, scoredMillOf, type MillSketch } from '#tests/support/dossiers.ts';

type PageQuestion = ReturnType<Model['getAllQuestions']>[number];

/** Mills of one sub-sector with and without its processes, of all together, and of none yet. */
const MILLS = [
  ...SUB_SECTORS.flatMap((sector) => [
    { subSectors: [sector], processes: [...PROCESSES_OF[sector]] },
    { subSectors: [sector], processes: [] },
  ]),
  { subSectors: [...SUB_SECTORS], processes: SUB_SECTORS.flatMap((sector) => PROCESSES_OF[sector]) },
  { subSectors: [], processes: [] },
];

const millOf = (sketch: MillSketch) => scoredMillOf(Dossier.parse(dossierJson(sketch)));

/** A page as anyone would put it up: the pack's JSON as it is, and the profile of the mill. */
function pageFor(pack: Pack, profile: (typeof MILLS)[number]) {
  const model = new Model(JSON.parse(JSON.stringify(surveyOf(pack))));
  const { dossier, site, isAsked } = millOf(profile);
  const variables = surveyVariables(dossier.enterprise, site);
  for (const [name, value] of Object.entries(variables)) model.setVariable(name, value);
  return { model, asked: pack.questions.filter(isAsked) };
}

/** What the page is filled with: each option once, ticks one more at a time, figures from the least to the most. */
function fillings(element: PageQuestion): unknown[] {
  if (element.getType() === 'text') return [element['min'], element['max']];
  const values = (element['choices'] as readonly { readonly value: unknown }[]).map(({ value }) => value);
  return element.getType() === 'radiogroup' ? values : values.map((_, i) => values.slice(0, i + 1));
}

/** The state of each question once scoring has the answers. */
function statesOf(
  answers: Readonly<Record<string, Answer>>,
  asked: readonly Question[],
  profile: (typeof MILLS)[number],
) {
  const mill = millOf({ ...profile, answers });
  const entries = [...askAll(mill, mill.answer).values()].flat();
  return asked.map(({ id }) => entries.find(({ question }) => question.id === id)?.state);
}

describe.each(packList(shippedPacks).map((pack) => [pack.id, pack] as const))(
  '%s as a plain SurveyJS page',
  (_, pack) => {
    it('is read without an error', () => {
      const model = new Model(surveyOf(pack));
      expect(model.jsonErrors ?? []).toEqual([]);
      expect(model.validateExpressions({ functions: true, variables: false, semantics: true })).toEqual([]);
      expect(model.getAllQuestions().map((question) => question.name)).toEqual(
        pack.questions.map((question) => question.id),
      );
    });

    it.each(MILLS)('shows a mill of $subSectors with $processes what scoring asks it', (profile) => {
      const { model, asked } = pageFor(pack, profile);
      const shown = model.getAllQuestions(true).map((question) => question.name);
      expect(shown).toEqual(asked.map((question) => question.id));
    });

    it('hands back answers that scoring takes, whatever is chosen', () => {
      const profile = MILLS.find(({ subSectors }) => subSectors.length === SUB_SECTORS.length);
      if (profile === undefined) throw new Error('no mill of all sub-sectors');
      const { model, asked } = pageFor(pack, profile);
      const shown = model.getAllQuestions(true);
      const most = Math.max(...shown.map((element) => fillings(element).length));
      for (let turn = 0; turn < most; turn += 1) {
        for (const element of shown) {
          const values = fillings(element);
          element.value = values[turn % values.length];
        }
        expect(model.validate(false)).toBe(true);
        const answers = answersOf(pack, model.data as Record<string, unknown>);
        expect(Object.keys(answers).sort()).toEqual(asked.map(({ id }) => id as string).sort());
        expect(statesOf(answers, asked, profile)).toEqual(asked.map(() => 'answered'));
      }
    });

    it('refuses what its questions do not take', () => {
      const data = Object.fromEntries(pack.questions.map(({ id }) => [id, -1]));
      expect(answersOf(pack, data)).toEqual({});
      for (const question of pack.questions) expect(misfitOf(question, { rung: -1 }), question.id).not.toBeNull();
    });
  },
);
