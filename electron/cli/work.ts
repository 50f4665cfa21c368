import { dirname, join } from 'node:path';
import { driveEntry, type DriveEntry } from '#assessments/drive/roll-up.ts';
import { signsOf } from '#assessments/exchange/same-mill.ts';
import type { ReadOutcome, Problem } from '#assessments/schema/problem.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { OFFICE_FOLDER } from '../contract/desktop-api.ts';
import { readOfficeFolder } from '../host/files/office-folder.ts';
import type { Options } from './command-line.ts';
import { diagnose } from './diagnose.ts';
import { openDossier } from './open-dossier.ts';
import { summaryLines } from './summary.ts';
import { failed, type Worked } from './worked.ts';
import { WriteFailure } from './write-failure.ts';
import { writeDrafts, type Draft } from './write-outputs.ts';

/** What a run must know of a dossier before it begins. */
export interface Sight {
  readonly id: string;
  /** Signs that another dossier of the same mill shares. */
  readonly signs: readonly string[];
}

/** A dossier that is to be diagnosed. */
export interface Commission {
  /** The file. */
  readonly path: string;
  /** What its id was when it was looked at. */
  readonly id: string;
  readonly options: Options;
  /** Where its outputs go. */
  readonly folder: string;
  /** Where they stand until then. */
  readonly drafts: string;
}

/** A diagnosed dossier, its outputs whole on the disk but not yet in their places. */
export interface Drafted {
  readonly entry: DriveEntry;
  /** Lines for standard output. */
  readonly lines: readonly string[];
  readonly outputs: readonly Draft[];
}

interface Inputs {
  readonly look: string;
  readonly diagnose: Commission;
}

interface Products {
  readonly look: Sight;
  readonly diagnose: Drafted;
}

export type WorkName = keyof Inputs;
export type InputOf<Name extends WorkName> = Inputs[Name];
export type ProductOf<Name extends WorkName> = Products[Name];

const WORK: { readonly [Name in WorkName]: (input: Inputs[Name]) => Promise<ReadOutcome<Products[Name]>> } = {
  look,
  diagnose: diagnoseOne,
};

/** Does work on one dossier, which alone is in memory then; what goes wrong with it is no reason to leave others undone. */
export async function doWork<Name extends WorkName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Worked<ProductOf<Name>>> {
  try {
    const outcome = await WORK[name](input);
    return outcome.ok ? { kind: 'done', value: outcome.value } : { kind: 'refused', problems: outcome.problems };
  } catch (error) {
    return error instanceof WriteFailure ? { kind: 'not-written', obstacles: error.obstacles } : failed(error);
  }
}

/** A dossier that can be scored. */
async function look(path: string): Promise<ReadOutcome<Sight>> {
  const opened = await openDossier(path);
  if (!opened.ok) return opened;
  const { id, enterprise, diagnoses } = opened.value;
  if (diagnoses.length === 0) return refusal(['diagnoses'], 'no-diagnosis');
  return { ok: true, value: { id, signs: signsOf(enterprise) } };
}

async function diagnoseOne({ path, id, options, folder, drafts }: Commission): Promise<ReadOutcome<Drafted>> {
  const opened = await openDossier(path);
  if (!opened.ok) return opened;
  const dossier = opened.value;
  const mill = scoreLatest(dossier, options.asOf);
  if (mill === null || dossier.id !== id) return refusal([], 'changed-meanwhile');
  const { result, files, notes } = await diagnose(
    mill,
    options,
    await readOfficeFolder(join(dirname(path), OFFICE_FOLDER)),
  );
  const outputs = await writeDrafts(files, folder, join(drafts, id));
  const lines = [...summaryLines(mill, result, options.language), ...notes];
  return { ok: true, value: { entry: driveEntry(dossier, result), lines, outputs } };
}

function refusal(path: Problem['path'], code: Problem['code']): ReadOutcome<never> {
  return { ok: false, problems: [{ path, code }] };
}
