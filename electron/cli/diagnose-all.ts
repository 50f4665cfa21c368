import { join, resolve } from 'node:path';
import { rollUp, type DriveEntry } from '#assessments/drive/roll-up.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { pointer, problemText, type Problem } from '#assessments/schema/problem.ts';
import type { Options } from './command-line.ts';
import { openCrew } from './crew.ts';
import { openDrafts } from './drafts.ts';
import { findDossiers, type DossierFile, type FoundDossiers } from './find-dossiers.ts';
import { insistOnFreePlaces } from './free-places.ts';
import { inOrder } from './in-order.ts';
import { FILE_NAMES, folderOfMill, outputFolder, ROLL_UP_NAMES } from './output-places.ts';
import { takeStock, type SoundDossier, type Stock } from './take-stock.ts';
import { cut, onOneLine, text } from './text.ts';
import { orWriteFailure, type Undone } from './worked.ts';
import type { Crew } from './workers.ts';
import { placeDrafts, writeDrafts } from './write-outputs.ts';

interface Output {
  write(text: string): unknown;
}

export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Where a run takes place. */
export interface Place extends Terminal {
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** The compiled `worker.ts`, by which a batch uses all cores; null where there is none, and this thread does all. */
  readonly worker: URL | null;
}

export interface Tally {
  readonly done: number;
  readonly refused: number;
}

/** What every step of a run needs. */
interface Run {
  readonly options: Options;
  readonly crew: Crew;
  /** Where outputs go, absolute. */
  readonly root: string;
  readonly isBatch: boolean;
  readonly terminal: Terminal;
  /** Says why a file is not done. */
  readonly refuse: (name: string, undone: Undone) => void;
}

/**
 * Diagnoses every dossier, a batch on all cores; each thread has one in memory at a time. What is done is put in place and
 * told in the order of the files, and a batch ends with the roll-up of the drive. All of them are looked through first.
 * @throws WriteFailure before anything is written where an output would take the place of what is not ours, and where
 * something cannot be written; what was done before that stays
 */
export async function diagnoseAll(options: Options, place: Place): Promise<Tally> {
  const found = await findDossiers(options.paths, place.folder);
  const crew = await openCrew(place.worker, found.files.length);
  try {
    return await diagnoseFound(found, options, place, crew);
  } finally {
    await crew.close();
  }
}

async function diagnoseFound(found: FoundDossiers, options: Options, place: Place, crew: Crew): Promise<Tally> {
  const refuse = (name: string, undone: Undone) => {
    for (const line of undoneLines(name, undone, options.language)) place.stderr.write(line);
  };
  const refuseFor = (name: string, code: Problem['code']) =>
    refuse(name, { kind: 'refused', problems: [{ path: [], code }] });
  for (const { name, code } of found.problems) refuseFor(name, code);
  const stock = await takeStock(found.files, found.batch, crew, refuse);
  sayNotes(stock, options, place);
  const refusedAtOnce = found.problems.length + stock.refused;
  const [first] = stock.sound;
  if (first === undefined) {
    if (refusedAtOnce === 0) refuseFor(options.paths.join(' '), 'no-dossier');
    return { done: 0, refused: Math.max(1, refusedAtOnce) };
  }
  const root = resolve(place.folder, outputFolder(options, found.batch ? null : first.id));
  const run: Run = { options, crew, root, isBatch: found.batch, terminal: place, refuse };
  await insistOnFreePlaces(root, outputsOf(stock.sound, run), inputsOf(found.files, stock));
  const { done, refused } = await diagnoseSound(stock.sound, run);
  return { done, refused: refusedAtOnce + refused };
}

/** Every path that the run is going to write. */
function outputsOf(sound: readonly SoundDossier[], { options, root, isBatch }: Run): string[] {
  const names = [...options.formats].flatMap((format) => FILE_NAMES[format]);
  const ofMills = sound.flatMap(({ id }) => names.map((name) => join(folderOfMill(root, id, isBatch), name)));
  return isBatch ? [...ofMills, ...Object.values(ROLL_UP_NAMES).map((name) => join(root, name))] : ofMills;
}

/** Results of an earlier run may be written anew. */
function inputsOf(files: readonly DossierFile[], { passedOver }: Stock): string[] {
  return files.filter((file) => !passedOver.has(file)).map(({ path }) => path);
}

async function diagnoseSound(sound: readonly SoundDossier[], run: Run): Promise<Tally> {
  const { crew, options, refuse } = run;
  const drafts = await openDrafts(run.root, crew.close);
  const entries: DriveEntry[] = [];
  let refused = 0;
  try {
    const diagnose = ({ file, id }: SoundDossier) =>
      crew.do('diagnose', { path: file.path, id, options, folder: folderOf(id, run), drafts: drafts.folder });
    for await (const [{ file, id }, worked] of inOrder(sound, crew.size, diagnose)) {
      const diagnosed = orWriteFailure(worked);
      if (diagnosed.kind === 'done') {
        const { entry, lines, outputs } = diagnosed.value;
        const written = await placeDrafts(folderOf(id, run), outputs);
        say(run, [...lines, ...writtenLines(written, options.language)], '\n\n');
        entries.push(entry);
      } else {
        refused += 1;
        refuse(file.name, diagnosed);
      }
    }
    if (run.isBatch && entries.length > 0) await writeRollUp(entries, drafts.folder, run);
  } finally {
    await crew.close();
    await drafts.close();
  }
  return { done: entries.length, refused };
}

function folderOf(id: string, { root, isBatch }: Run): string {
  return folderOfMill(root, id, isBatch);
}

async function writeRollUp(entries: readonly DriveEntry[], drafts: string, run: Run): Promise<void> {
  const { language, asOf } = run.options;
  const drive = rollUp(entries, asOf);
  const { driveWorkbook } = await import('./drive-workbook.ts');
  const files = [
    { name: ROLL_UP_NAMES.json, bytes: `${JSON.stringify(drive, null, 2)}\n` },
    { name: ROLL_UP_NAMES.xlsx, bytes: driveWorkbook(drive, language) },
  ];
  const written = await placeDrafts(run.root, await writeDrafts(files, run.root, join(drafts, 'drive')));
  say(run, writtenLines(written, language), '\n');
}

function say({ terminal }: Run, lines: readonly string[], end: string): void {
  terminal.stdout.write(`${lines.map(onOneLine).join('\n')}${end}`);
}

function sayNotes({ passedOver, sameMill }: Stock, { language }: Options, { stderr }: Terminal): void {
  const notes = [
    ...[...passedOver].map(({ name }) => `passed-over: ${text('passed-over', language, { path: name })}`),
    ...sameMill.map(
      ([one, other]) => `same-mill: ${text('same-mill', language, { one: one.name, other: other.name })}`,
    ),
  ];
  for (const note of notes) stderr.write(`${onOneLine(`cli: ${note}`)}\n`);
}

function writtenLines(paths: readonly string[], language: Language): string[] {
  return paths.map((path) => text('written', language, { path }));
}

/** A line for each thing that keeps a file from being done. */
function undoneLines(name: string, undone: Undone, language: Language): string[] {
  if (undone.kind === 'refused') return undone.problems.map((problem) => problemLine(name, problem, language));
  const cause = text('cause', language, { cause: cut(undone.cause) });
  return [problemLine(name, { path: [], code: 'not-processed' }, language, cause)];
}

function problemLine(name: string, problem: Problem, language: Language, cause = ''): string {
  const { path, code } = problem;
  return `${onOneLine(`${name}#${cut(pointer(path))}: ${code}: ${problemText(problem, language)}${cause}`)}\n`;
}
