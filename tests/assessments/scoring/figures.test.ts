import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { FACT_MAXIMA, NUMERIC_FACT_IDS, PRODUCT_CLASSES } from '#assessments/schema/facts.ts';
import { pointer } from '#assessments/schema/problem.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { summaryLines } from '#electron/cli/summary.ts';
import { arbitraryAnswers } from '#tests/support/arbitrary-mills.ts';
import { reported } from '#tests/support/demo-mills.ts';
import { dossierJson, type MillSketch } from '#tests/support/dossiers.ts';

const facts = (id: string, figure: string) =>
  JSON.stringify(dossierJson({ facts: { [id]: 77 } })).replace(':77', `:${figure}`);

/** The ends of what is taken, and what lies between. */
const figure = fc.constantFrom(0, 1e-9, 1e-6, 0.5, 1, 100, 12_345.678, 1e9, 1e12);
const yearFacts = fc
  .tuple(
    fc.subarray([...NUMERIC_FACT_IDS]),
    fc.array(figure, { minLength: NUMERIC_FACT_IDS.length, maxLength: NUMERIC_FACT_IDS.length }),
    fc.array(
      fc.record(
        {
          class: fc.constantFrom(...PRODUCT_CLASSES),
          quantity: figure,
          unit: fc.constantFrom('m', '100m', 't', 'kg'),
          widthCm: figure,
          massKgPer100m: figure,
          conversion: fc.oneof(figure, fc.constant(null)),
          reworkPercent: fc.constantFrom(0, 1e-9, 100),
        },
        { requiredKeys: ['class', 'quantity', 'unit'] },
      ),
      { maxLength: 2 },
    ),
  )
  .map(([ids, figures, products]) => ({
    ...Object.fromEntries(ids.map((id, i) => [id, Math.min(figures[i] ?? 0, FACT_MAXIMA[id] ?? Infinity)])),
    ...(products.length === 0 ? {} : { 'output.products': products }),
  }));
const mill: fc.Arbitrary<MillSketch> = fc.record({
  facts: yearFacts,
  prior: yearFacts,
  answers: arbitraryAnswers,
  enterprise: figure.map((employees) => ({ employees })),
});

describe('figures of a dossier', () => {
  it.each(['1e-305', '5e-324', '9.9e-10', '-1e-305', '1e13', '1e999'])(
    'are refused where no mill has them: %s',
    (text) => {
      const read = readDossier(facts('energy.electricity', text), knownIds);
      const problems = read.ok ? [] : read.problems;
      expect(problems.map(({ path }) => pointer(path))).toContain('/facts/2025/energy.electricity');
      expect(problems.map(({ code }) => code)).toContain('out-of-range');
    },
  );

  it('are refused in an answer, for people and for products alike', () => {
    const answers = { 'IM-EQP-01': { self: { value: 1e-305 } } };
    const products = [{ class: 'woven', quantity: 1e-305, unit: 'm' }];
    const json = dossierJson({ answers, facts: { 'output.products': products }, enterprise: { employees: 1e-305 } });
    const read = readDossier(JSON.stringify(json), knownIds);
    expect(read.ok ? [] : read.problems.map(({ path, code }) => `${pointer(path)} ${code}`)).toEqual([
      '/enterprise/employees out-of-range',
      '/facts/2025/output.products/0/quantity out-of-range',
      '/diagnoses/0/answers/IM-EQP-01/self/value out-of-range',
    ]);
  });

  it('have no sign where they are 0', () => {
    const read = readDossier(facts('energy.electricity', '-0'), knownIds);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(Object.is(read.value.facts['2025']?.['energy.electricity'], 0)).toBe(true);
  });

  it('that are taken give nothing but numbers, in the result, on the terminal and in the report', () => {
    fc.assert(
      fc.property(mill, (sketch) => {
        const json = dossierJson(sketch);
        const read = readDossier(JSON.stringify(json), knownIds);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { input, result, report, workbook } = reported(json);
        expect(placesOfNoNumbers({ result, report, workbook })).toEqual([]);
        const printed = summaryLines(input.scored, result, 'zh-CN').join('\n');
        expect(printed).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 25 },
    );
  });
});

function placesOfNoNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value === 'string') return /NaN|Infinity/.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => placesOfNoNumbers(member, `${path}/${key}`));
}
