import { join, resolve } from 'node:path';
import { driveEntry, rollUp, type DriveEntry } from '#assessments/drive/roll-up.ts';
import { pointer, problemText, type Problem } from '#assessments/schema/problem.ts';
import { diagnosisToScore } from '#assessments/scoring/score-diagnosis.ts';
import type { Options } from './command-line.ts';
import { diagnose } from './diagnose.ts';
import { findDossiers, type DossierFile } from './find-dossiers.ts';
import { openDossier } from './open-dossier.ts';
import { summaryLines } from './summary.ts';
import { onOneLine, text } from './text.ts';
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

/** Diagnoses every dossier, one in memory at a time; a batch ends with the roll-up of the drive. */
export async function diagnoseAll(options: Options, folder: string, terminal: Terminal): Promise<Tally> {
  const found = await findDossiers(options.paths, folder);
  const entries: DriveEntry[] = [];
  const seen = new Set<string>();
  let refused = 0;
  const refuse = (name: string, problems: readonly Problem[]) => {
    refused += 1;
    for (const problem of problems) terminal.stderr.write(problemLine(name, problem, options));
  };
  for (const { name, code } of found.problems) refuse(name, [{ path: [], code }]);
  for (const file of found.files) {
    const outcome = await diagnoseFile(file, { options, folder, terminal, batch: found.batch, seen });
    if (outcome.ok) entries.push(outcome.value);
    else refuse(file.name, outcome.problems);
  }
  if (found.batch && entries.length > 0) await writeRollUp(entries, options, folder, terminal);
  return { done: entries.length, refused };
}

interface Run {
  readonly options: Options;
  readonly folder: string;
  readonly terminal: Terminal;
  readonly batch: boolean;
  /** Ids already done in this run. */
  readonly seen: Set<string>;
}

async function diagnoseFile(file: DossierFile, run: Run) {
  const opened = await openDossier(file.path);
  if (!opened.ok) return opened;
  const dossier = opened.value;
  const diagnosis = diagnosisToScore(dossier);
  if (diagnosis === undefined) return refusal(['diagnoses'], 'no-diagnosis');
  if (run.seen.has(dossier.id)) return refusal(['id'], 'duplicate-id');
  run.seen.add(dossier.id);
  const { result, files, notes } = await diagnose(dossier, diagnosis, run.options);
  const written = await writeOutputs(resolve(run.folder, outputFolder(dossier.id, run)), files);
  const lines = [
    ...summaryLines(dossier, diagnosis, result, run.options.language),
    ...notes,
    ...writtenLines(written, run.options),
  ];
  run.terminal.stdout.write(`${lines.map(onOneLine).join('\n')}\n\n`);
  return { ok: true as const, value: driveEntry(dossier, result) };
}

function refusal(path: Problem['path'], code: Problem['code']) {
  return { ok: false as const, problems: [{ path, code }] };
}

function outputFolder(id: string, { options, batch }: Run): string {
  if (batch) return join(options.out ?? 'out', id);
  return options.out ?? join('out', id);
}

async function writeRollUp(
  entries: readonly DriveEntry[],
  options: Options,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const drive = rollUp(entries, options.asOf);
  const { driveWorkbook } = await import('./drive-workbook.ts');
  const written = await writeOutputs(resolve(folder, options.out ?? 'out'), [
    { name: 'drive.json', bytes: `${JSON.stringify(drive, null, 2)}\n` },
    { name: 'drive.xlsx', bytes: await driveWorkbook(drive, options.language) },
  ]);
  terminal.stdout.write(`${writtenLines(written, options).map(onOneLine).join('\n')}\n`);
}

function writtenLines(paths: readonly string[], { language }: Options): string[] {
  return paths.map((path) => text('written', language, { path }));
}

function problemLine(name: string, problem: Problem, { language }: Options): string {
  return `${onOneLine(`${name}#${pointer(problem.path)}: ${problem.code}: ${problemText(problem.code, language)}`)}\n`;
}
