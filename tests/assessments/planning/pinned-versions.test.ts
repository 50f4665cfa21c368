import { describe, expect, it } from 'vitest';
import { liftedBy } from '#assessments/planning/lifted-answers.ts';
import { millAfter } from '#assessments/planning/mill-after.ts';
import { pullOf } from '#assessments/planning/pull.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { ALL_TOPICS, dossierJson, scoredMillOf } from '#tests/support/dossiers.ts';
import { nextLibrary } from '#tests/support/next-cloud-pack.ts';
import { catalogue, plannedMillFor } from '#tests/support/plans.ts';

const answers = {
  'CL-VAL-01': { self: { rung: 1 } },
  'CL-VAL-02': { self: { rung: 1 } },
  'CL-VAL-03': { self: { rung: 1 } },
};
const millWith = (cloud: string) =>
  scoredMillOf(Dossier.parse(dossierJson({ answers, packs: { ...ALL_TOPICS, 'cloud-adoption': cloud } })), nextLibrary);
const lifting = catalogue.measures
  .filter(({ lifts }) => lifts.some(({ question }) => ['CL-VAL-02', 'CL-VAL-03'].includes(question)))
  .map((measure) => ({ measure, pull: pullOf(measure, null, {}, 'small'), isDeep: false }));

describe('a measure that lifts questions of one version', () => {
  it('lifts nothing at a mill whose version lacks them', () => {
    expect(lifting).not.toEqual([]);
    for (const [version, has] of [
      ['1.0.0', true],
      ['1.1.0', false],
    ] as const) {
      const mill = millWith(version);
      const lifted = lifting.flatMap(({ measure }) => liftedBy(measure, mill.questions));
      expect(lifted.some((id) => id === 'CL-VAL-02' || id === 'CL-VAL-03')).toBe(has);
      const after = millAfter(plannedMillFor({ mill }), lifting).diagnosis.answers;
      const raised = ['CL-VAL-02', 'CL-VAL-03'].filter((id) => (after[id]?.self?.rung ?? 0) > 1);
      expect(raised.length > 0, version).toBe(has);
    }
  });
});
