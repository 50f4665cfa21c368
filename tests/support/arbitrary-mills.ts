import fc from 'fast-check';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { FACT_MAXIMA, NUMERIC_FACT_IDS, PRODUCT_CLASSES, type NumericFactId } from '#assessments/schema/facts.ts';
import { SYSTEM_KINDS } from '#assessments/schema/machines.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { PROCESSES, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
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

/** A figure that a fact may be. */
export const arbitraryFigure = (id: NumericFactId): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: FACT_MAXIMA[id] ?? 1_000_000 });

/** A line of the machine register, of few kinds, so that two often are of one; counts are halves, as those in kW may be. */
export const arbitraryMachineLine = fc
  .tuple(
    fc.constantFrom('stenter', 'jet-dyeing', 'compressor', 'inspection-machine', 'pv'),
    fc.integer({ min: 0, max: 40 }).map((halves) => halves / 2),
  )
  .chain(([kind, count]) => {
    const part = fc.integer({ min: 0, max: 2 * count }).map((halves) => halves / 2);
    const features = [...(knownIds.machines.get(kind)?.features.keys() ?? [])].slice(0, 2);
    const having = fc.record(Object.fromEntries(features.map((id) => [id, part])), { requiredKeys: [] });
    return fc.record(
      {
        kind: fc.constant(kind),
        count: fc.constant(count),
        since: fc.integer({ min: 1990, max: 2026 }),
        digital: part,
        networked: part,
        onCloud: part,
        with: having,
        note: fc.constantFrom('', '二车间'),
      },
      { requiredKeys: ['kind', 'count'] },
    );
  });

const arbitraryRegister = fc.record(
  {
    machines: fc.array(arbitraryMachineLine, { maxLength: 4 }),
    'machines.complete': fc.constantFrom([], ['all'], ['stenter', 'pv']),
    systems: fc.array(
      fc.record(
        { kind: fc.constantFrom(...SYSTEM_KINDS), name: fc.constantFrom('', '甲系统'), cloud: fc.boolean() },
        { requiredKeys: ['kind'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

export const arbitraryFacts: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc
      .subarray([...NUMERIC_FACT_IDS])
      .chain((ids) =>
        fc.tuple(...ids.map((id) => arbitraryFigure(id).map((value) => [id as string, value as unknown] as const))),
      ),
    fc.option(fc.array(arbitraryProduct, { maxLength: 4 }), { nil: undefined }),
    fc.option(fc.boolean(), { nil: undefined }),
    arbitraryRegister,
  )
  .map(([entries, products, cooling, register]) => ({
    ...Object.fromEntries(entries),
    ...register,
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
