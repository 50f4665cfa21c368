import type { PlanOutcome } from '#assessments/planning/plan-of.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Result } from '#assessments/schema/result.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { DOCUMENT_FORMATS } from '#renderer/documents/composer/formats.ts';
import type { Office } from '#renderer/documents/composer/office.ts';
import { withPlan } from '#renderer/documents/composer/planned.ts';
import type { OfficeFiles } from '../contract/desktop-api.ts';
import { sha256Of } from '../host/files/sha256.ts';
import type { Options } from './command-line.ts';
import { nodeSolver } from './node-solver.ts';
import { FILE_NAMES } from './output-places.ts';
import { text } from './text.ts';
import type { OutputFile } from './write-outputs.ts';

export interface Diagnosed {
  readonly result: Result;
  readonly files: readonly OutputFile[];
  /** Lines for standard output: why there is no plan, and what the documents could not show. */
  readonly notes: readonly string[];
}

/** The result of a scored mill and its documents, in memory, with the cover and logo of an office where there are any; only what the wanted formats need is loaded. */
export async function diagnose(mill: ScoredMill, options: Options, officeFiles: OfficeFiles = {}): Promise<Diagnosed> {
  const { language, formats, request } = options;
  const scored = resultOf(mill, { language, sha256: sha256Of });
  const planned = await withPlan(mill, scored, { request, language, solver: nodeSolver, sha256: sha256Of });
  const files: OutputFile[] = [];
  const notes = planNotes(planned.outcome, language);
  if (formats.has('json'))
    for (const name of FILE_NAMES.json) files.push({ name, bytes: `${JSON.stringify(planned.result, null, 2)}\n` });
  const documents = DOCUMENT_FORMATS.filter((format) => formats.has(format));
  if (documents.length > 0) {
    const [{ painterOf }, { nodeFonts }] = await Promise.all([
      import('#renderer/documents/composer/documents.ts'),
      import('./node-fonts.ts'),
    ]);
    const office = await officeIn(officeFiles);
    notes.push(...(office?.problems ?? []).map((problem) => text(problem, language)));
    const paint = painterOf({ mill, planned, language, ...(office === null ? {} : { office }) }, nodeFonts);
    const painted = [];
    for (const format of documents) painted.push(...(await paint(format)));
    files.push(...painted.map(({ file, bytes }) => ({ name: file, bytes })));
    const unprintable = painted.flatMap((document) => document.unprintable);
    if (unprintable.length > 0) {
      const count = unprintable.reduce((sum, entry) => sum + entry.count, 0);
      const list = [...new Set(unprintable.map((entry) => entry.codePoint))].join(' ');
      notes.push(text('unprintable', language, { count, list }));
    }
  }
  return { result: planned.result, files, notes };
}

/** Null where an office put nothing there. */
async function officeIn(files: OfficeFiles): Promise<Office | null> {
  if (Object.keys(files).length === 0) return null;
  const { officeOf } = await import('#renderer/documents/composer/office.ts');
  return officeOf(files);
}

/** Why a plan that was asked for could not be made. */
function planNotes(outcome: PlanOutcome | null, language: Language): string[] {
  switch (outcome?.kind) {
    case 'too-little-known':
      return [text('too-little-known', language, { count: outcome.missing.length })];
    case 'does-not-fit': {
      const { costWan, months, excludes } = outcome.over;
      const over = { costWan: rounded(costWan), months: rounded(months), excludes: excludes.length };
      return [text('does-not-fit', language, over)];
    }
    default:
      return [];
  }
}
