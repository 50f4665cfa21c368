import { misfitOf } from './answer-fit.ts';
import { AnswerValue } from './answers.ts';
import { Dossier, DOSSIER_FORMAT, DOSSIER_VERSION } from './dossier.ts';
import { findUnknownMachines } from './known-machines.ts';
import type { MachineKinds } from './machines.ts';
import type { Question } from './pack.ts';
import { isProblemCode, type Outcome, type Problem, type ProblemCode } from './problem.ts';
import { findUnsafeNames, nestsTooDeeply } from './untrusted-json.ts';
import type { z } from 'zod';

/** A larger file is no dossier; looked at before it is read. */
export const DOSSIER_LIMIT_BYTES = 20 * 1024 * 1024;

/** What the shipped packs know: ids are closed, so anything else is refused. */
export interface KnownQuestions {
  readonly questions: ReadonlyMap<string, Question>;
  readonly versions: Readonly<Record<string, readonly string[]>>;
}

/** All that a dossier may name, which whoever composes packs and seeds puts together. */
export interface KnownIds extends KnownQuestions {
  readonly machines: MachineKinds;
}

/** Reads the text of a dossier; refused with every problem found, each with its place. */
export function readDossier(text: string, known: KnownIds): Outcome<Dossier> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const unsafe = findUnsafeNames(parsed.value);
  if (unsafe.length > 0) return { ok: false, problems: unsafe.map((path) => ({ path, code: 'forbidden-name' })) };
  const foreign = checkFormat(parsed.value);
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const checked = Dossier.safeParse(parsed.value, { error: (issue) => codeOfType(issue.input) });
  const problems = [
    ...(checked.success ? [] : checked.error.issues.flatMap((issue) => problemsOf(issue, parsed.value))),
    ...checkDiagnoses(parsed.value, known),
    ...(isRecord(parsed.value) ? findUnknownMachines(parsed.value['facts'], known.machines) : []),
  ];
  return checked.success && problems.length === 0 ? { ok: true, value: checked.data } : { ok: false, problems };
}

function parseJson(text: string): Outcome<unknown> {
  if (nestsTooDeeply(text)) return { ok: false, problems: [{ path: [], code: 'too-deep' }] };
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { ok: false, problems: [{ path: [], code: 'not-json' }] };
  }
}

function checkFormat(value: unknown): Problem | null {
  if (!isRecord(value)) return { path: [], code: 'wrong-format' };
  if (value['format'] !== DOSSIER_FORMAT) return { path: ['format'], code: 'wrong-format' };
  const version = value['version'];
  if (typeof version === 'number' && version > DOSSIER_VERSION) return { path: ['version'], code: 'too-new' };
  return version === DOSSIER_VERSION ? null : { path: ['version'], code: 'wrong-version' };
}

/** 1e999 is read as infinity: a number, but none that a figure may have. */
function codeOfType(input: unknown): ProblemCode {
  return typeof input === 'number' ? 'out-of-range' : 'wrong-type';
}

function problemsOf(issue: z.core.$ZodIssue, root: unknown): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: path[0] === 'facts' ? 'unknown-fact' : 'unknown-pack',
    }));
  if (issue.code === 'invalid_key') return [{ path, code: asCode(issue.issues[0]?.message) }];
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_format') {
    if (valueAt(root, path) === undefined) return [{ path, code: 'missing' }];
  }
  return [{ path, code: asCode(issue.message) }];
}

function asCode(message: string | undefined): ProblemCode {
  return message !== undefined && isProblemCode(message) ? message : 'bad-value';
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  );
}

/** Checks against the packs, on the raw value, so that they are reported beside problems of shape. */
function checkDiagnoses(root: unknown, known: KnownQuestions): Problem[] {
  const diagnoses = isRecord(root) ? root['diagnoses'] : undefined;
  if (!Array.isArray(diagnoses)) return [];
  const ids = new Set<string>();
  return diagnoses.flatMap((diagnosis: unknown, i) => {
    if (!isRecord(diagnosis)) return [];
    const at = ['diagnoses', i];
    return [
      ...checkId(diagnosis['id'], [...at, 'id'], ids),
      ...checkPins(diagnosis['packs'], [...at, 'packs'], known),
      ...checkAnswers(diagnosis['answers'], [...at, 'answers'], known),
    ];
  });
}

/** A diagnosis is kept by its id, so that of two with the same one only the last would be. Adds the id to those before it. */
function checkId(id: unknown, at: Problem['path'], before: Set<string>): Problem[] {
  if (typeof id !== 'string') return [];
  if (before.has(id)) return [{ path: at, code: 'duplicate-diagnosis' }];
  before.add(id);
  return [];
}

function checkPins(packs: unknown, at: Problem['path'], known: KnownQuestions): Problem[] {
  if (!isRecord(packs)) return [];
  const problems: Problem[] = Object.entries(packs).flatMap(([id, version]) => {
    const versions = Object.hasOwn(known.versions, id) ? known.versions[id] : undefined;
    if (versions === undefined || typeof version !== 'string' || versions.includes(version)) return [];
    return [{ path: [...at, id], code: 'unknown-pack-version' as const }];
  });
  if ('sme-digital-level' in packs && !('intelligent-manufacturing' in packs)) {
    problems.push({ path: [...at, 'sme-digital-level'], code: 'pack-needs-im' });
  }
  return problems;
}

function checkAnswers(answers: unknown, at: Problem['path'], known: KnownQuestions): Problem[] {
  if (!isRecord(answers)) return [];
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = known.questions.get(id);
    if (question === undefined) return [{ path: [...at, id], code: 'unknown-question' as const }];
    if (!isRecord(answer)) return [];
    return (['self', 'verified'] as const).flatMap((side) => checkValue(question, answer[side], [...at, id, side]));
  });
}

function checkValue(question: Question, raw: unknown, at: Problem['path']): Problem[] {
  const value = AnswerValue.safeParse(raw);
  const misfit = value.success ? misfitOf(question, value.data) : null;
  return misfit === null ? [] : [{ path: [...at, misfit.property], code: misfit.code }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
