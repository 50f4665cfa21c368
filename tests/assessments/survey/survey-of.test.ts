import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { applies } from '#assessments/scoring/applicability.ts';
import { SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { SURVEY_VARIABLES, surveyOf } from '#assessments/survey/survey-of.ts';

describe.each(packList(shippedPacks).map((pack) => [pack.id, pack] as const))('%s as SurveyJS JSON', (_id, pack) => {
  it('is read without an error', () => {
    const model = new Model(surveyOf(pack));
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.validateExpressions({ functions: true, variables: false, semantics: true })).toEqual([]);
    expect(model.getAllQuestions().map((question) => question.name)).toEqual(
      pack.questions.map((question) => question.id),
    );
  });

  it('shows what the pack asks, mill by mill', () => {
    for (const sector of SUB_SECTORS) {
      for (const wet of [true, false]) {
        const model = new Model(surveyOf(pack));
        model.setVariable(SURVEY_VARIABLES.subSectors, [sector]);
        model.setVariable(SURVEY_VARIABLES.site, wet ? 'wet' : 'dry');
        const shown = model.getAllQuestions(true).map((question) => question.name);
        const enterprise = { name: 'x', subSectors: [sector], processes: [] };
        const asked = pack.questions.filter((question) =>
          applies(question.applies, enterprise, { wet, waterJet: false }),
        );
        expect(shown).toEqual(asked.map((question) => question.id));
      }
    }
  });
});
