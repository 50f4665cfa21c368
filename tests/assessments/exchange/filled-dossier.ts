import { z } from 'zod';
import { Dossier } from '#assessments/schema/dossier.ts';
import { StoredPlan } from '#assessments/schema/plan.ts';

/** The first that a text field takes is put in it; the Chinese one wherever any text goes. */
export const MARKS = [
  '鲁泰',
  '2024-02-29',
  'e'.repeat(64),
  `sha256:${'e'.repeat(64)}`,
  'ent-of-the-mill',
  '91371600123456702C',
] as const;

const KEYS: Readonly<Record<string, string>> = { facts: '2025', answers: 'IM-ORG-01', with: 'heat-recovery' };

/** A dossier in which every field that the schema knows is filled, every object has a property that it does not know. */
export function filledDossier(): Dossier {
  const filled = fill(Dossier, 'dossier') as Dossier;
  const [diagnosis] = filled.diagnoses;
  const answer = diagnosis?.answers['IM-ORG-01'];
  if (diagnosis === undefined || answer?.self === undefined) throw new Error('the walk lost the answer');
  const { choices, na, unknown, rung: _rung, value: _value, gate: _gate, ...rest } = answer.self;
  const answers = {
    'IM-ORG-01': { ...answer, self: { choices, ...rest }, verified: { na, ...rest } },
    'IM-ORG-02': { self: { unknown, ...rest } },
    'IM-ORG-03': { note: MARKS[0] },
  };
  const plan = fill(StoredPlan, 'plan') as StoredPlan;
  const items = plan.items.flatMap((item) => [item, { ...item, id: 'OG01' }]);
  return { ...filled, plan: { ...plan, items }, diagnoses: [{ ...diagnosis, answers }] };
}

/** Texts that are one of the marks, with the names of their places; positions are left out. */
export function placesOfMarks(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return MARKS.some((mark) => value.includes(mark)) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    placesOfMarks(member, Array.isArray(value) ? path : [...path, key]),
  );
}

function fill(schema: z.core.$ZodType, name: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fill(schema.unwrap(), name);
  if (schema instanceof z.ZodObject) {
    const members = Object.entries(schema.shape);
    const known = Object.fromEntries(members.map(([key, member]) => [key, fill(member as z.core.$ZodType, key)]));
    return schema.def.catchall instanceof z.ZodUnknown ? { ...known, 'unheard-of': MARKS[0] } : known;
  }
  if (schema instanceof z.ZodArray) return [fill(schema.element, name)];
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => fill(item, name));
  if (schema instanceof z.ZodRecord) return { [keyFor(schema, name)]: fill(schema.valueType, name) };
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum) return [...sampleValues(schema)][0];
  if (schema instanceof z.ZodBoolean) return true;
  const sample = [1, 2025, ...MARKS].find((candidate) => z.safeParse(schema, candidate).success);
  if (sample === undefined) throw new Error(`nothing to put into ${name}`);
  return sample;
}

function keyFor({ keyType }: z.ZodRecord, name: string): string {
  return keyType instanceof z.ZodEnum ? String([...sampleValues(keyType)][0]) : (KEYS[name] ?? MARKS[0]);
}

function sampleValues(schema: z.ZodLiteral | z.ZodEnum): Iterable<unknown> {
  return schema instanceof z.ZodEnum ? schema.options : schema.values;
}
