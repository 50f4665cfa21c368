import { z } from 'zod';
import { isProblemCode, type FoundProblems, type Problem, type ProblemCode, type ProblemRange } from './problem.ts';

/**
 * Finds where a value has not the form of a schema, part by part, and ends once enough is found. The schema alone would
 * hold an issue for every item of a list of millions before it said the first.
 */
export function findShapeProblems(
  schema: z.core.$ZodType,
  value: unknown,
  path: Problem['path'],
  found: FoundProblems,
): void {
  if (found.isEnough) return;
  if (schema instanceof z.ZodOptional && value === undefined) return;
  if (schema instanceof z.ZodNullable && value === null) return;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return findShapeProblems(schema.unwrap(), value, path, found);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return inList(schema, value, path, found);
  if (schema instanceof z.ZodObject && isRecord(value)) return inObject(schema, value, path, found);
  if (schema instanceof z.ZodRecord && isRecord(value)) return inRecord(schema, value, path, found);
  return inWhole(schema, value, path, found);
}

function inList(schema: z.ZodArray, list: readonly unknown[], path: Problem['path'], found: FoundProblems): void {
  for (const [i, item] of list.entries()) {
    if (found.isEnough) return;
    findShapeProblems(schema.element, item, [...path, i], found);
  }
}

function inObject(
  schema: z.ZodObject,
  object: Readonly<Record<string, unknown>>,
  path: Problem['path'],
  found: FoundProblems,
): void {
  const before = found.count;
  for (const [name, member] of Object.entries(schema.shape))
    findShapeProblems(member as z.core.$ZodType, object[name], [...path, name], found);
  if (schema.def.catchall instanceof z.ZodNever) {
    for (const name of Object.keys(object))
      if (!Object.hasOwn(schema.shape, name)) found.add([...path, name], 'unknown-fact');
  }
  // What its members must be together is looked at once each of them is what it must be.
  const isRefined = (schema.def.checks ?? []).length > 0;
  if (isRefined && found.count === before) inWhole(schema, object, path, found);
}

function inRecord(
  schema: z.ZodRecord,
  record: Readonly<Record<string, unknown>>,
  path: Problem['path'],
  found: FoundProblems,
): void {
  for (const [name, member] of Object.entries(record)) {
    if (found.isEnough) return;
    const key = z.safeParse(schema.keyType, name);
    if (key.success) findShapeProblems(schema.valueType, member, [...path, name], found);
    else found.add([...path, name], asCode(key.error.issues[0]?.message));
  }
}

function inWhole(schema: z.core.$ZodType, value: unknown, path: Problem['path'], found: FoundProblems): void {
  const read = z.safeParse(schema, value, { error: (issue) => codeOfType(issue.input) });
  if (read.success) return;
  if (value === undefined) return found.add(path, 'missing');
  for (const issue of read.error.issues)
    found.add([...path, ...issue.path.map(String)], asCode(issue.message), rangeOf(issue));
}

/** Where the range ends that a figure is beyond; undefined where the schema does not say, and for what may not be negative. */
function rangeOf(issue: z.core.$ZodIssue): ProblemRange | undefined {
  if (issue.message !== ('out-of-range' satisfies ProblemCode)) return undefined;
  if (issue.code === 'too_big') return { most: Number(issue.maximum) };
  if (issue.code === 'too_small') return { least: Number(issue.minimum) };
  return issue.code === 'custom' ? (issue.params as ProblemRange | undefined) : undefined;
}

/** 1e999 is read as infinity: a number, but none that a figure may have. */
function codeOfType(input: unknown): ProblemCode {
  return typeof input === 'number' && !Number.isFinite(input) ? 'out-of-range' : 'wrong-type';
}

function asCode(message: string | undefined): ProblemCode {
  return message !== undefined && isProblemCode(message) ? message : 'bad-value';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
