import { createHash } from 'node:crypto';
import { shippedGuidance } from '#assessments/packs/guidance.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { Result } from '#assessments/schema/result.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { withPlan } from './with-plan.ts';
import counties from '#seeds/regions/counties.json' with { type: 'json' };
import type { Format, Options } from './command-line.ts';
import { FILE_NAMES } from './output-places.ts';
import { text } from './text.ts';
import type { OutputFile } from './write-outputs.ts';

const knownCounties = counties.cities.flatMap((city) =>
  [...city.counties, ...city.zones].map((county) => `${city.name}/${county}`),
);

const DOCUMENTS: readonly Format[] = ['pdf', 'docx', 'xlsx'];

export interface Diagnosed {
  readonly result: Result;
  readonly files: readonly OutputFile[];
  /** Lines for standard output about what the documents could not show. */
  readonly notes: readonly string[];
}

/** The result of one diagnosis and its documents, in memory. */
export async function diagnose(dossier: Dossier, diagnosis: Diagnosis, options: Options): Promise<Diagnosed> {
  const scored = resultOf(dossier, diagnosis, {
    packs: shippedPacks,
    counties: knownCounties,
    asOf: options.asOf,
    language: options.language,
    sha256: (input) => createHash('sha256').update(input, 'utf8').digest('hex'),
  });
  const { plan, result } = withPlan(dossier, diagnosis, scored, options.budgetWan);
  const files: OutputFile[] = [];
  const notes: string[] = [];
  if (options.formats.has('json')) files.push({ name: FILE_NAMES.json, bytes: `${JSON.stringify(result, null, 2)}\n` });
  if (DOCUMENTS.some((format) => options.formats.has(format))) {
    const { documentsOf } = await import('./documents.ts');
    const { language } = options;
    const input = { dossier, diagnosis, result, packs: shippedPacks, guidance: shippedGuidance, language, plan };
    const { documents, unprintable } = await documentsOf(input, options.formats);
    files.push(...documents);
    if (unprintable.length > 0) {
      const count = unprintable.reduce((sum, entry) => sum + entry.count, 0);
      const list = [...new Set(unprintable.map((entry) => entry.codePoint))].join(' ');
      notes.push(text('unprintable', language, { count, list }));
    }
  }
  return { result, files, notes };
}
