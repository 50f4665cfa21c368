import { AnswerValue, type Misfit } from './answers.ts';
import { Diagnosis, Dossier, DOSSIER_FORMAT, DOSSIER_VERSION } from './dossier.ts';
import { PackId } from './ids.ts';
import { findUnknownMachines } from './known-machines.ts';
import type { MachineKinds } from './machines.ts';
import type { Question } from './pack.ts';
import { FoundProblems, type ReadOutcome, type Problem } from './problem.ts';
import { DRIVE_FORMAT, RESULT_FORMAT } from './result.ts';
import { findShapeProblems, isRecord } from './shape-problems.ts';
import { readUntrustedJson } from './untrusted-json.ts';

/** A larger file is no dossier; looked at before it is read. */
export const DOSSIER_LIMIT_BYTES = 20 * 1024 * 1024;

/** What the released packs know: ids are closed, so anything else is refused. */
export interface KnownPacks {
  /** The released versions of a pack. */
  readonly versions: (id: PackId) => readonly string[];
  /** What a diagnosis with these pins means by the id of a question; undefined for one that no version has. */
  readonly questionsFor: (pins: Diagnosis['packs']) => (id: string) => Question | undefined;
}

/** All that a dossier may name, which whoever composes packs and seeds puts together. */
export interface KnownIds {
  readonly packs: KnownPacks;
  readonly machines: MachineKinds;
  /** Why a question does not take an answer value; null where it does. */
  readonly misfitOf: (question: Question, value: AnswerValue) => Misfit | null;
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
function checkDiagnoses(root: unknown, { packs, misfitOf }: KnownIds, found: FoundProblems): void {
  const diagnoses = isRecord(root) ? root['diagnoses'] : undefined;
  if (!Array.isArray(diagnoses)) return;
  const ids = new Set<string>();
  for (const [i, diagnosis] of diagnoses.entries()) {
    if (found.isEnough) return;
    if (!isRecord(diagnosis)) continue;
    const at = ['diagnoses', i];
    checkId(diagnosis['id'], [...at, 'id'], ids, found);
    checkPins(diagnosis['packs'], [...at, 'packs'], packs, found);
    const pins = Diagnosis.shape.packs.safeParse(diagnosis['packs']).data ?? {};
    checkAnswers(diagnosis['answers'], [...at, 'answers'], packs.questionsFor(pins), misfitOf, found);
  }
}

/** A diagnosis is kept by its id, so that of two with the same one only the last would be. Adds the id to those before it. */
function checkId(id: unknown, at: Problem['path'], before: Set<string>, found: FoundProblems): void {
  if (typeof id !== 'string') return;
  if (before.has(id)) found.add(at, 'duplicate-diagnosis');
  before.add(id);
}

function checkPins(packs: unknown, at: Problem['path'], known: KnownPacks, found: FoundProblems): void {
  if (!isRecord(packs)) return;
  for (const [id, version] of Object.entries(packs)) {
    const pack = PackId.safeParse(id);
    if (pack.success && typeof version === 'string' && !known.versions(pack.data).includes(version))
      found.add([...at, id], 'unknown-pack-version');
  }
  if ('sme-digital-level' in packs && !('intelligent-manufacturing' in packs))
    found.add([...at, 'sme-digital-level'], 'pack-needs-im');
}

function checkAnswers(
  answers: unknown,
  at: Problem['path'],
  questionOf: (id: string) => Question | undefined,
  misfitOf: KnownIds['misfitOf'],
  found: FoundProblems,
): void {
  if (!isRecord(answers)) return;
  for (const [id, answer] of Object.entries(answers)) {
    if (found.isEnough) return;
    const question = questionOf(id);
    if (question === undefined) found.add([...at, id], 'unknown-question');
    else if (isRecord(answer))
      for (const side of ['self', 'verified'] as const)
        checkValue((value) => misfitOf(question, value), answer[side], [...at, id, side], found);
  }
}

/** A value of the wrong form has its problem already. */
function checkValue(
  misfitOf: (value: AnswerValue) => Misfit | null,
  value: unknown,
  at: Problem['path'],
  found: FoundProblems,
): void {
  const ofForm = new FoundProblems();
  findShapeProblems(AnswerValue, value, at, ofForm);
  const misfit = ofForm.isEmpty ? misfitOf(value as AnswerValue) : null;
  if (misfit !== null) found.add([...at, misfit.property], misfit.code);
}

function checkMachines(root: unknown, { machines }: KnownIds, found: FoundProblems): void {
  if (!isRecord(root)) return;
  for (const { path, code } of findUnknownMachines(root['facts'], machines)) found.add(path, code);
}
