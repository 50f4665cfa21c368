import { misfitOf } from './answer-fit.ts';
import { AnswerValue } from './answers.ts';
import { Dossier, DOSSIER_FORMAT, DOSSIER_VERSION } from './dossier.ts';
import { findUnknownMachines } from './known-machines.ts';
import type { MachineKinds } from './machines.ts';
import type { Question } from './pack.ts';
import { FoundProblems, type ReadOutcome, type Problem } from './problem.ts';
import { DRIVE_FORMAT, RESULT_FORMAT } from './result.ts';
import { findShapeProblems, isRecord } from './shape-problems.ts';
import { readUntrustedJson } from './untrusted-json.ts';

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

/** Reads the text of a dossier; refused with the problems found, each with its place. */
export function readDossier(text: string, known: KnownIds): ReadOutcome<Dossier> {
  const parsed = readUntrustedJson(text);
  if (!parsed.ok) return parsed;
  const foreign = checkFormat(parsed.value);
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const found = new FoundProblems();
  findShapeProblems(Dossier, parsed.value, [], found);
  checkDiagnoses(parsed.value, known, found);
  checkMachines(parsed.value, known, found);
  return found.isEmpty ? { ok: true, value: Dossier.parse(parsed.value) } : { ok: false, problems: found.list };
}

function checkFormat(value: unknown): Problem | null {
  if (!isRecord(value)) return { path: [], code: 'wrong-format' };
  const { format, version } = value;
  if (format === RESULT_FORMAT || format === DRIVE_FORMAT) return { path: ['format'], code: 'is-result' };
  if (format !== DOSSIER_FORMAT) return { path: ['format'], code: 'wrong-format' };
  if (typeof version === 'number' && version > DOSSIER_VERSION) return { path: ['version'], code: 'too-new' };
  return version === DOSSIER_VERSION ? null : { path: ['version'], code: 'wrong-version' };
}

/** Checks against the packs, on the raw value, so that they are reported beside problems of shape. */
function checkDiagnoses(root: unknown, known: KnownQuestions, found: FoundProblems): void {
  const diagnoses = isRecord(root) ? root['diagnoses'] : undefined;
  if (!Array.isArray(diagnoses)) return;
  const ids = new Set<string>();
  for (const [i, diagnosis] of diagnoses.entries()) {
    if (found.isEnough) return;
    if (!isRecord(diagnosis)) continue;
    const at = ['diagnoses', i];
    checkId(diagnosis['id'], [...at, 'id'], ids, found);
    checkPins(diagnosis['packs'], [...at, 'packs'], known, found);
    checkAnswers(diagnosis['answers'], [...at, 'answers'], known, found);
  }
}

/** A diagnosis is kept by its id, so that of two with the same one only the last would be. Adds the id to those before it. */
function checkId(id: unknown, at: Problem['path'], before: Set<string>, found: FoundProblems): void {
  if (typeof id !== 'string') return;
  if (before.has(id)) found.add(at, 'duplicate-diagnosis');
  before.add(id);
}

function checkPins(packs: unknown, at: Problem['path'], known: KnownQuestions, found: FoundProblems): void {
  if (!isRecord(packs)) return;
  for (const [id, version] of Object.entries(packs)) {
    const versions = Object.hasOwn(known.versions, id) ? known.versions[id] : undefined;
    if (versions !== undefined && typeof version === 'string' && !versions.includes(version))
      found.add([...at, id], 'unknown-pack-version');
  }
  if ('sme-digital-level' in packs && !('intelligent-manufacturing' in packs))
    found.add([...at, 'sme-digital-level'], 'pack-needs-im');
}

function checkAnswers(answers: unknown, at: Problem['path'], known: KnownQuestions, found: FoundProblems): void {
  if (!isRecord(answers)) return;
  for (const [id, answer] of Object.entries(answers)) {
    if (found.isEnough) return;
    const question = known.questions.get(id);
    if (question === undefined) found.add([...at, id], 'unknown-question');
    else if (isRecord(answer))
      for (const side of ['self', 'verified'] as const) checkValue(question, answer[side], [...at, id, side], found);
  }
}

/** A value of the wrong form has its problem already. */
function checkValue(question: Question, value: unknown, at: Problem['path'], found: FoundProblems): void {
  const ofForm = new FoundProblems();
  findShapeProblems(AnswerValue, value, at, ofForm);
  const misfit = ofForm.isEmpty ? misfitOf(question, value as AnswerValue) : null;
  if (misfit !== null) found.add([...at, misfit.property], misfit.code);
}

function checkMachines(root: unknown, { machines }: KnownIds, found: FoundProblems): void {
  if (!isRecord(root)) return;
  for (const { path, code } of findUnknownMachines(root['facts'], machines)) found.add(path, code);
}
