import { join, resolve } from 'node:path';
import { driveEntry, rollUp, type DriveEntry } from '#assessments/drive/roll-up.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { pointer, problemText, type ReadOutcome, type Problem } from '#assessments/schema/problem.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import type { Options } from './command-line.ts';
import { diagnose } from './diagnose.ts';
import { openDrafts } from './drafts.ts';
import { findDossiers, type DossierFile } from './find-dossiers.ts';
import { insistOnFreePlaces } from './free-places.ts';
import { openDossier } from './open-dossier.ts';
import { FILE_NAMES, folderOfMill, outputFolder, ROLL_UP_NAMES } from './output-places.ts';
import { summaryLines } from './summary.ts';
import { takeStock, type SoundDossier, type Stock } from './take-stock.ts';
import { cut, onOneLine, text } from './text.ts';
import { writeOutputs } from './write-outputs.ts';

interface Output {
  write(text: string): unknown;
}

export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Tally {
  readonly done: number;
  readonly refused: number;
}

/** What every step of a run needs. */
interface Run {
  readonly options: Options;
  /** Where outputs go, absolute. */
  readonly root: string;
  readonly isBatch: boolean;
  readonly terminal: Terminal;
  /** Says why a file is not done. */
  readonly refuse: (name: string, problems: readonly Problem[]) => void;
}

/**
 * Diagnoses every dossier, one in memory at a time; a batch ends with the roll-up of the drive. All of them are looked
 * through first. @throws WriteFailure before anything is written where an output would take the place of what is not ours,
 * and where something cannot be written; what was done before that stays
 */
export async function diagnoseAll(options: Options, folder: string, terminal: Terminal): Promise<Tally> {
  const found = await findDossiers(options.paths, folder);
  const refuse = (name: string, problems: readonly Problem[]) => {
    for (const problem of problems) terminal.stderr.write(problemLine(name, problem, options));
  };
  for (const { name, code } of found.problems) refuse(name, [{ path: [], code }]);
  const stock = await takeStock(found.files, found.batch, refuse);
  sayNotes(stock, options, terminal);
  const refusedAtOnce = found.problems.length + stock.refused;
  const [first] = stock.sound;
  if (first === undefined) {
    if (refusedAtOnce === 0) refuse(options.paths.join(' '), [{ path: [], code: 'no-dossier' }]);
    return { done: 0, refused: Math.max(1, refusedAtOnce) };
  }
  const root = resolve(folder, outputFolder(options, found.batch ? null : first.id));
  const run: Run = { options, root, isBatch: found.batch, terminal, refuse };
  await insistOnFreePlaces(root, outputsOf(stock.sound, run), inputsOf(found.files, stock));
  const { done, refused } = await diagnoseSound(stock.sound, run);
  return { done, refused: refusedAtOnce + refused };
}

/** Every path that the run is going to write. */
function outputsOf(sound: readonly SoundDossier[], { options, root, isBatch }: Run): string[] {
  const names = [...options.formats].map((format) => FILE_NAMES[format]);
  const ofMills = sound.flatMap(({ id }) => names.map((name) => join(folderOfMill(root, id, isBatch), name)));
  return isBatch ? [...ofMills, ...Object.values(ROLL_UP_NAMES).map((name) => join(root, name))] : ofMills;
}

/** Results of an earlier run may be written anew. */
function inputsOf(files: readonly DossierFile[], { passedOver }: Stock): string[] {
  return files.filter((file) => !passedOver.includes(file)).map(({ path }) => path);
}

async function diagnoseSound(sound: readonly SoundDossier[], run: Run): Promise<Tally> {
  const drafts = await openDrafts(run.root);
  const entries: DriveEntry[] = [];
  let refused = 0;
  try {
    for (const one of sound) {
      const outcome = await diagnoseOne(one, drafts.folder, run);
      if (outcome.ok) entries.push(outcome.value);
      else {
        refused += 1;
        run.refuse(one.file.name, outcome.problems);
      }
    }
    if (run.isBatch && entries.length > 0) await writeRollUp(entries, drafts.folder, run);
  } finally {
    await drafts.close();
  }
  return { done: entries.length, refused };
}

async function diagnoseOne({ file, id }: SoundDossier, drafts: string, run: Run): Promise<ReadOutcome<DriveEntry>> {
  const { language } = run.options;
  const opened = await openDossier(file.path);
  if (!opened.ok) return opened;
  const dossier = opened.value;
  const mill = scoreLatest(dossier, run.options.asOf);
  if (mill === null || dossier.id !== id) return refusal('changed-meanwhile');
  // What one dossier does to the program is no reason to leave the others of a batch undone.
  const diagnosed = await diagnose(mill, run.options).catch(() => null);
  if (diagnosed === null) return refusal('not-processed');
  const { result, files, notes } = diagnosed;
  const written = await writeOutputs(folderOfMill(run.root, id, run.isBatch), files, drafts);
  const lines = [...summaryLines(mill, result, language), ...notes, ...writtenLines(written, language)];
  run.terminal.stdout.write(`${lines.map(onOneLine).join('\n')}\n\n`);
  return { ok: true, value: driveEntry(dossier, result) };
}

function refusal(code: Problem['code']): ReadOutcome<DriveEntry> {
  return { ok: false, problems: [{ path: [], code }] };
}

async function writeRollUp(entries: readonly DriveEntry[], drafts: string, run: Run): Promise<void> {
  const { language, asOf } = run.options;
  const drive = rollUp(entries, asOf);
  const { driveWorkbook } = await import('./drive-workbook.ts');
  const files = [
    { name: ROLL_UP_NAMES.json, bytes: `${JSON.stringify(drive, null, 2)}\n` },
    { name: ROLL_UP_NAMES.xlsx, bytes: await driveWorkbook(drive, language) },
  ];
  const written = await writeOutputs(run.root, files, drafts);
  run.terminal.stdout.write(`${writtenLines(written, language).map(onOneLine).join('\n')}\n`);
}

function sayNotes({ passedOver, sameMill }: Stock, { language }: Options, { stderr }: Terminal): void {
  const notes = [
    ...passedOver.map(({ name }) => `passed-over: ${text('passed-over', language, { path: name })}`),
    ...sameMill.map(
      ([one, other]) => `same-mill: ${text('same-mill', language, { one: one.name, other: other.name })}`,
    ),
  ];
  for (const note of notes) stderr.write(`${onOneLine(`cli: ${note}`)}\n`);
}

function writtenLines(paths: readonly string[], language: Language): string[] {
  return paths.map((path) => text('written', language, { path }));
}

function problemLine(name: string, problem: Problem, { language }: Options): string {
  const { path, code } = problem;
  return `${onOneLine(`${name}#${cut(pointer(path))}: ${code}: ${problemText(problem, language)}`)}\n`;
}
