import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProductLine } from '#assessments/schema/facts.ts';
import { Mark } from '#assessments/schema/marks.ts';
import { WarningCode } from '#assessments/schema/result.ts';
import { Process, SubSector } from '#assessments/schema/vocabulary.ts';
import { scoreSketch } from '#tests/support/dossiers.ts';

/**
 * Real plants, with the figures that publications state of them. Intensities are entered as published, on the amount of
 * product they are given for; what is not published stays unknown, even where a published rate could be solved for it.
 */
const Expected = z.union([
  z.strictObject({
    value: z.number(),
    /** Decimals of the printed figure. */
    decimals: z.int(),
    unit: z.string(),
    published: z.string(),
    note: z.string().optional(),
  }),
  z.strictObject({
    value: z.null(),
    /** The figure that the publication states, where it states one without its inputs. */
    published: z.string().nullable(),
    /** The unpublished inputs: with them the indicator would be known. `prior/` is the year before. */
    missing: z.array(z.string()).min(1),
    note: z.string().optional(),
  }),
]);
const scored = <T extends z.ZodType>(value: T) =>
  z.strictObject({ 'water-efficiency': value.optional(), 'green-factory': value.optional() });

const Reading = z.strictObject({
  basis: z.string(),
  /** Whom the figures describe, where not the plant itself. */
  of: z.string().optional(),
  /** m3 of all sources together: no publication says which. */
  intake: z.number().optional(),
  facts: z.record(z.string(), z.union([z.number(), z.array(ProductLine)])),
  /** Facts that are published as a baseline and a change: the terms that add up to them. */
  derived: z.record(z.string(), z.array(z.number())).optional(),
  expect: z.record(z.string(), Expected),
  /** Points worked by hand from the anchors of the packs. */
  points: scored(z.record(z.string(), z.number())),
  open: scored(z.array(z.string()).min(1)),
  warnings: z.array(WarningCode),
  /** Where published figures do not agree with each other: they stand as published. */
  disagreement: z.strictObject({ published: z.string(), computed: z.string(), note: z.string() }).optional(),
});
type Reading = z.infer<typeof Reading>;

const Plant = z.strictObject({
  plant: z.string(),
  sources: z
    .array(
      z.strictObject({
        title: z.string(),
        publisher: z.string(),
        address: z.url(),
        /** Number and date are null where the copy that was seen gives none. */
        number: z.string().nullable(),
        date: z.string().nullable(),
        mark: Mark,
      }),
    )
    .min(1),
  subSectors: z.array(SubSector).min(1),
  processes: z.array(Process).min(1),
  readings: z.array(Reading).min(1),
});

const folder = join(import.meta.dirname, 'plants');
const files = readdirSync(folder);
const readings = files.flatMap((file) => {
  const plant = Plant.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')), { reportInput: true });
  return plant.readings.map((reading, i) => ({ name: `${file} ${i + 1}`, plant, reading }));
});
type Case = (typeof readings)[number];

const SOURCES = ['town', 'surface', 'ground', 'purchased'] as const;
type Source = (typeof SOURCES)[number];
type Facts = Readonly<Record<string, unknown>>;

function score({ plant, reading }: Case, extra: Facts = {}, prior: Facts = {}, source: Source = 'town') {
  const intake = reading.intake === undefined ? {} : { [`water.intake.${source}`]: reading.intake };
  const { subSectors, processes } = plant;
  return scoreSketch({ subSectors, processes, facts: { ...intake, ...reading.facts, ...extra }, prior });
}

/** The unpublished inputs of a year, with amounts that only serve to make the indicator known. */
function probe(missing: readonly string[]): Facts {
  return Object.fromEntries(
    missing.map((id): [string, unknown] => {
      if (id === 'output.products') return [id, [{ class: 'yarn-knit', quantity: 1, unit: 't' }]];
      return [id === 'water.intake' ? 'water.intake.town' : id, 1];
    }),
  );
}

const known = (reading: Reading) =>
  Object.entries(reading.expect).flatMap(([id, wanted]) => (wanted.value === null ? [] : [{ id, ...wanted }]));
const unknown = (reading: Reading) =>
  Object.entries(reading.expect).flatMap(([id, wanted]) => (wanted.value === null ? [{ id, ...wanted }] : []));
const byPack = <T>(groups: { 'water-efficiency'?: T | undefined; 'green-factory'?: T | undefined }) =>
  (['water-efficiency', 'green-factory'] as const).flatMap((pack) => {
    const group = groups[pack];
    return group === undefined ? [] : [{ pack, group }];
  });

const computed = readings.filter(({ reading }) => known(reading).length > 0);
const derived = readings.filter(({ reading }) => reading.derived !== undefined);

describe('figures that real plants publish', () => {
  it('are all here', () => {
    expect(files).toHaveLength(5);
    expect(readings.flatMap(({ reading }) => known(reading))).toHaveLength(6);
    expect(derived).toHaveLength(2);
    expect(readings.filter(({ reading }) => reading.disagreement !== undefined)).toHaveLength(3);
    expect(readings.flatMap(({ reading }) => unknown(reading)).length).toBeGreaterThan(20);
  });

  it.each(computed)('come out as printed, whatever the source of the water: $name', (entry) => {
    for (const source of SOURCES) {
      const { indicators } = score(entry, {}, {}, source);
      for (const { id, value, decimals, unit } of known(entry.reading)) {
        const off = Math.abs((indicators[id]?.value ?? NaN) - value);
        expect(off, `${id} from ${source} water`).toBeLessThanOrEqual(0.5 * 10 ** -decimals);
        expect(indicators[id]?.unit).toBe(unit);
      }
    }
  });

  it.each(computed)('are the same for a million times the amount, in metres or kilograms: $name', (entry) => {
    const { reading } = entry;
    const times = 1e6;
    const smaller = { '100m': ['m', 100], t: ['kg', 1000], m: ['m', 1], kg: ['kg', 1] } as const;
    const scale = (line: ProductLine): ProductLine => {
      const [unit, each] = smaller[line.unit];
      return { ...line, unit, quantity: line.quantity * times * each };
    };
    const facts = Object.fromEntries(
      Object.entries(reading.facts).map(([id, fact]) => [
        id,
        typeof fact === 'number' ? fact * times : fact.map((line) => scale(line)),
      ]),
    );
    const whole = { ...reading, facts, intake: reading.intake === undefined ? undefined : reading.intake * times };
    const { indicators } = score({ ...entry, reading: whole });
    for (const { id, value } of known(reading)) expect(indicators[id]?.value, id).toBeCloseTo(value, 9);
  });

  it.each(computed)('give the points worked by hand: $name', (entry) => {
    const { packs } = score(entry);
    for (const { pack, group } of byPack(entry.reading.points)) {
      for (const [question, wanted] of Object.entries(group)) {
        const points = packs[pack]?.trace.find((line) => line.question === question)?.points;
        expect(points?.low, question).toBeCloseTo(wanted, 2);
        expect(points?.high, question).toBe(points?.low);
      }
    }
  });

  it.each(derived)('add up where published as a baseline and a change: $name', ({ reading }) => {
    for (const [id, terms] of Object.entries(reading.derived ?? {})) {
      const fact = id === 'water.intake' ? reading.intake : reading.facts[id];
      const total = terms.reduce((sum, term) => sum + term, 0);
      expect(fact, id).toBeCloseTo(total, 9);
    }
  });

  it.each(readings)('bring these warnings and no other: $name', (entry) => {
    expect(score(entry).warnings.map((warning) => warning.code)).toEqual(entry.reading.warnings);
  });
});

describe('what real plants do not publish', () => {
  it.each(readings)('leaves the indicator unknown until its inputs are there: $name', (entry) => {
    const { indicators } = score(entry);
    for (const { id, missing } of unknown(entry.reading)) {
      expect(indicators[id], id).toMatchObject({ value: null, score: null });
      const now = missing.filter((fact) => !fact.startsWith('prior/'));
      const prior = missing.filter((fact) => fact.startsWith('prior/')).map((fact) => fact.slice('prior/'.length));
      expect(score(entry, probe(now), probe(prior)).indicators[id]?.value, `${id} once known`).toEqual(
        expect.any(Number),
      );
      for (const absent of missing) {
        const rest = (ids: readonly string[], prefix = '') => probe(ids.filter((fact) => prefix + fact !== absent));
        const still = score(entry, rest(now), rest(prior, 'prior/')).indicators[id]?.value;
        expect(still, `${id} without ${absent}`).toBeNull();
      }
    }
  });

  it.each(readings)('keeps the score open instead of zero: $name', (entry) => {
    const { packs } = score(entry);
    for (const { pack, group } of byPack(entry.reading.open)) {
      for (const question of group) {
        const line = packs[pack]?.trace.find((candidate) => candidate.question === question);
        expect(line?.points, question).toEqual({ low: 0, high: 100 });
        expect(line?.contribution.low, question).toBe(0);
        expect(line?.contribution.high, question).toBeGreaterThan(0);
      }
      const total = packs[pack]?.score;
      expect(total?.high ?? 0, pack).toBeGreaterThan((total?.low ?? 0) + 10);
    }
  });
});
