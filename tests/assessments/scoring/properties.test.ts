import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packList, questionsById, shippedPacks } from '#assessments/packs/registry.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { misfitOf } from '#assessments/forms/misfit-of.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { Scores } from '#assessments/scoring/scored-mill.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { arbitraryFigure, arbitraryMill, arbitraryValue } from '#tests/support/arbitrary-mills.ts';
import { dossierJson, scoreDossier, scoreSketch, type MillSketch } from '#tests/support/dossiers.ts';

const RUNS = { numRuns: 120 };
const TOLERANCE = 1e-9;
const questions = packList(shippedPacks).flatMap((pack) => pack.questions);
const rungQuestions = questions.filter(
  (question) => question.form.kind === 'ladder' || question.form.kind === 'option',
);
const packResults = (scored: Pick<Scores, 'packs'>) => Object.values<PackResult>(scored.packs);

describe('scores', () => {
  it('add up from their trace, weights to 1', () => {
    fc.assert(
      fc.property(arbitraryMill, (mill) => {
        for (const result of packResults(scoreSketch(mill))) {
          if (result.score === null) continue;
          const sum = (of: (line: PackResult['trace'][number]) => number) =>
            result.trace.reduce((total, line) => total + of(line), 0);
          expect(sum((line) => line.contribution.low)).toBeCloseTo(result.score.low, 6);
          expect(sum((line) => line.contribution.high)).toBeCloseTo(result.score.high, 6);
          expect(sum((line) => line.weight)).toBeCloseTo(1, 6);
        }
      }),
      RUNS,
    );
  });

  it('stay within 0 and 100, low below high, level of low below level of high', () => {
    fc.assert(
      fc.property(arbitraryMill, (mill) => {
        for (const { score, level, levelIfUnknownsGoWell, counts } of packResults(scoreSketch(mill))) {
          expect(counts.answered + counts.notApplicable + counts.unknown).toBe(counts.applicable);
          if (score === null) continue;
          expect(score.low).toBeGreaterThanOrEqual(-TOLERANCE);
          expect(score.high).toBeLessThanOrEqual(100 + TOLERANCE);
          expect(score.low).toBeLessThanOrEqual(score.high + TOLERANCE);
          expect(level).toBeLessThanOrEqual(levelIfUnknownsGoWell ?? -1);
        }
      }),
      RUNS,
    );
  });

  it('never fall when an answer rises', () => {
    fc.assert(
      fc.property(
        arbitraryMill,
        fc.constantFrom(...rungQuestions),
        fc.integer({ min: 0, max: 4 }),
        (mill, question, rung) => {
          const at = (value: number) => scoreSketch(withAnswer(mill, question, { rung: value }));
          const before = at(Math.min(rung, 3));
          const after = at(Math.min(rung, 3) + 1);
          for (const [id, result] of Object.entries(after.packs)) {
            const earlier = before.packs[id as keyof typeof before.packs];
            expect(result.score?.low ?? 0, id).toBeGreaterThanOrEqual((earlier?.score?.low ?? 0) - TOLERANCE);
            expect(result.level ?? 0, id).toBeGreaterThanOrEqual(earlier?.level ?? 0);
          }
        },
      ),
      RUNS,
    );
  });

  it('are those of a pack without the question where it does not apply', () => {
    fc.assert(
      fc.property(
        arbitraryMill,
        fc.constantFrom(...questions.filter((question) => question.naAllowed)),
        (mill, question) => {
          const dropped = scoreSketch(withAnswer(mill, question, { na: 'not here' }));
          const dossier = Dossier.parse(dossierJson(withAnswer(mill, question, { na: 'not here' })));
          const without = scoreDossier(dossier, packsWithout(question));
          for (const [id, result] of Object.entries(dropped.packs)) {
            if (id === 'sme-digital-level') continue;
            expect(without.packs[id as keyof typeof without.packs]?.score, id).toEqual(result.score);
          }
        },
      ),
      RUNS,
    );
  });

  it('contain every completion of what is unknown', () => {
    fc.assert(
      fc.property(arbitraryMill, fc.infiniteStream(fc.nat()), (mill, seeds) => {
        const open = scoreSketch(mill);
        const complete = scoreSketch(completed(mill, seeds));
        for (const [id, result] of Object.entries(complete.packs)) {
          const interval = open.packs[id as keyof typeof open.packs]?.score;
          if (result.score === null || interval === null || interval === undefined) continue;
          expect(result.score.low, id).toBeGreaterThanOrEqual(interval.low - TOLERANCE);
          expect(result.score.high, id).toBeLessThanOrEqual(interval.high + TOLERANCE);
        }
      }),
      RUNS,
    );
  });

  it('contain what comes of one more fact, where it completes KPIs and changes none that was known', () => {
    fc.assert(
      fc.property(
        arbitraryMill,
        fc.constantFrom(...NUMERIC_FACT_IDS).chain((fact) => fc.tuple(fc.constant(fact), arbitraryFigure(fact))),
        fc.boolean(),
        (mill, [fact, value], thisYear) => {
          const year = thisYear ? 'facts' : 'prior';
          fc.pre(mill[year]?.[fact] === undefined);
          const open = scoreSketch(mill);
          const later = scoreSketch({ ...mill, [year]: { ...mill[year], [fact]: value } });
          for (const id of ['water-efficiency', 'green-factory'] as const) {
            const before = open.packs[id];
            const after = later.packs[id];
            if (
              before === undefined ||
              after === undefined ||
              before.score === null ||
              after.score === null ||
              !completes(before, after)
            )
              continue;
            expect(after.score.low, id).toBeGreaterThanOrEqual(before.score.low - TOLERANCE);
            expect(after.score.high, id).toBeLessThanOrEqual(before.score.high + TOLERANCE);
          }
        },
      ),
      RUNS,
    );
  });

  it('do not depend on the order of keys, answers, sub-sectors or processes', () => {
    fc.assert(
      fc.property(arbitraryMill, (mill) => {
        const reversed = (record: Readonly<Record<string, unknown>> = {}) =>
          Object.fromEntries(Object.entries(record).reverse());
        const main = mill.subSectors?.[0];
        const enterprise = main === undefined ? {} : { mainSubSector: main };
        const forth = scoreSketch({ ...mill, enterprise });
        const back = scoreSketch({
          ...mill,
          enterprise,
          subSectors: [...(mill.subSectors ?? [])].reverse(),
          processes: [...(mill.processes ?? [])].reverse(),
          answers: reversed(mill.answers),
          facts: reversed(mill.facts),
        });
        expect(back).toEqual(forth);
      }),
      RUNS,
    );
  });
});

describe('dossiers', () => {
  it('come back as they went out, with properties that this version does not know', () => {
    const known = {
      questions: questionsById(shippedPacks),
      versions: Object.fromEntries(packList(shippedPacks).map((pack) => [pack.id, [pack.version]])),
      machines: knownIds.machines,
      misfitOf,
    };
    fc.assert(
      fc.property(arbitraryMill, fc.jsonValue({ maxDepth: 3 }), (mill, extra) => {
        const written = JSON.stringify({ ...dossierJson(mill), future: extra ?? 1 });
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(written));
        const read = readDossier(written, known);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(JSON.parse(JSON.stringify(read.value))).toEqual(JSON.parse(written));
      }),
      RUNS,
    );
  });
});

/** Same lines, and every line that was known is unchanged. */
function completes(before: PackResult, after: PackResult): boolean {
  return (
    before.trace.length === after.trace.length &&
    before.trace.every((line, i) => {
      const now = after.trace[i];
      return (
        now?.question === line.question && (line.points.low < line.points.high || now.points.low === line.points.low)
      );
    })
  );
}

function withAnswer(mill: MillSketch, question: Question, self: Record<string, unknown>): MillSketch {
  return { ...mill, answers: { ...mill.answers, [question.id]: { self } } };
}

function packsWithout(question: Question): typeof shippedPacks {
  const strip = <P extends { readonly questions: readonly Question[] }>(pack: P): P => ({
    ...pack,
    questions: pack.questions.filter((candidate) => candidate.id !== question.id),
  });
  const simItems = shippedPacks['green-factory'].simItems.filter(
    (item) =>
      item.id !== question.id &&
      !(item.id === 'GK4' && question.id === shippedPacks['green-factory'].platform.question),
  );
  return {
    'intelligent-manufacturing': strip(shippedPacks['intelligent-manufacturing']),
    'cloud-adoption': strip(shippedPacks['cloud-adoption']),
    'water-efficiency': strip(shippedPacks['water-efficiency']),
    'green-factory': { ...strip(shippedPacks['green-factory']), simItems },
    'sme-digital-level': shippedPacks['sme-digital-level'],
  };
}

/** The mill with a value for every answer that is missing or unknown; facts stay as they are. */
function completed(mill: MillSketch, seeds: Iterable<number>): MillSketch {
  const next = seeds[Symbol.iterator]();
  const answers = { ...mill.answers } as Record<
    string,
    { self?: Record<string, unknown>; verified?: Record<string, unknown> }
  >;
  for (const question of questions) {
    const effective = answers[question.id]?.verified ?? answers[question.id]?.self;
    const answeredElsewhere = 'fallback' in question.form && question.form.fallback !== undefined;
    if (answeredElsewhere || (effective !== undefined && effective['unknown'] === undefined)) continue;
    const [self] = fc.sample(arbitraryValue(question), {
      numRuns: 1,
      seed: (next.next().value as number | undefined) ?? 0,
    });
    answers[question.id] = { self: self ?? {} };
  }
  return { ...mill, answers };
}
