import fc from 'fast-check';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { NUMERIC_FACT_IDS, PRODUCT_CLASSES } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { PROCESSES, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { ALL_TOPICS, type MillSketch } from './dossiers.ts';

const questions = packList(shippedPacks).flatMap((pack) => pack.questions);

/** A value that answers a question (not N/A, not unknown). */
export function arbitraryValue({ form, options }: Question): fc.Arbitrary<Record<string, unknown>> {
  switch (form.kind) {
    case 'ladder':
      return fc.integer({ min: 0, max: 10 }).map((halves) => ({ rung: halves / 2 }));
    case 'numeric':
      return fc.integer({ min: 0, max: form.maximum }).map((value) => ({ value }));
    case 'option':
    case 'single':
      return fc.integer({ min: 0, max: form.points.length - 1 }).map((rung) => ({ rung }));
    case 'gate':
      return fc.constantFrom('yes', 'partly', 'no').map((gate) => ({ gate }));
    case 'tally':
      return fc.subarray([...form.choices]).map((choices) => ({ choices }));
    case 'multiple':
      return fc.subarray(options.map((_, i) => String(i + 1))).map((choices) => ({ choices }));
  }
}

function arbitraryAnswer(question: Question): fc.Arbitrary<Record<string, unknown> | undefined> {
  const value = arbitraryValue(question);
  const unknown = fc.constant({ unknown: '' });
  const na = question.naAllowed ? [{ weight: 1, arbitrary: fc.constant({ na: 'not here' }) }] : [];
  const side = fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: unknown }, ...na);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 6, arbitrary: side.map((self) => ({ self })) },
    { weight: 1, arbitrary: fc.tuple(side, side).map(([self, verified]) => ({ self, verified })) },
  );
}

export const arbitraryAnswers: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(...questions.map((question) => arbitraryAnswer(question).map((answer) => [question.id, answer] as const)))
  .map((entries) => Object.fromEntries(entries.filter(([, answer]) => answer !== undefined)));

const arbitraryProduct = fc.record(
  {
    class: fc.constantFrom(...PRODUCT_CLASSES),
    quantity: fc.integer({ min: 0, max: 50_000_000 }),
    unit: fc.constantFrom('m', '100m', 't', 'kg'),
    widthCm: fc.integer({ min: 80, max: 320 }),
    massKgPer100m: fc.integer({ min: 4, max: 60 }),
  },
  { requiredKeys: ['class', 'quantity', 'unit'] },
);

export const arbitraryFacts: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc
      .subarray([...NUMERIC_FACT_IDS])
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.integer({ min: 0, max: 1_000_000 }).map((value) => [id as string, value as unknown] as const),
          ),
        ),
      ),
    fc.option(fc.array(arbitraryProduct, { maxLength: 4 }), { nil: undefined }),
    fc.option(fc.boolean(), { nil: undefined }),
  )
  .map(([entries, products, cooling]) => ({
    ...Object.fromEntries(entries),
    ...(products === undefined ? {} : { 'output.products': products }),
    ...(cooling === undefined ? {} : { 'water.has-cooling': cooling }),
  }));

/** Any mill that a dossier can hold, all topics pinned. */
export const arbitraryMill: fc.Arbitrary<MillSketch> = fc.record({
  subSectors: fc.subarray([...SUB_SECTORS]),
  processes: fc.subarray([...PROCESSES]),
  facts: arbitraryFacts,
  prior: arbitraryFacts,
  answers: arbitraryAnswers,
  packs: fc.constantFrom(ALL_TOPICS, { ...ALL_TOPICS, 'sme-digital-level': '1.0.0' }),
});
