import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Plausibility } from '#assessments/indicators/plausibility-bounds.ts';
import { SizeClassFile } from '#assessments/indicators/size-class.ts';
import { LayerFile } from '#assessments/reporting/figures/architecture-layers.ts';
import { StepFile } from '#assessments/reporting/figures/process-steps.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { FactSheet } from '#assessments/schema/fact-sheet.ts';
import { TextFile } from '#assessments/schema/localized-text.ts';
import { MachineFeatureFile, MachineKindFile } from '#assessments/schema/machines.ts';
import { CaseFile, EndUseFile, MeasureFile, PriceFile } from '#assessments/schema/measure.ts';
import { GuidanceById, PackFile, QuestionFile, SceneFile } from '#assessments/schema/pack.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import { RegionFile } from '#assessments/schema/regions.ts';
import { Result } from '#assessments/schema/result.ts';

/** What the program reads and writes, and every kind of data file of the repository (.vscode/settings.json maps them). */
const SCHEMAS = {
  dossier: Dossier,
  result: Result,
  pack: PackFile,
  questions: QuestionFile,
  scenes: SceneFile,
  guidance: GuidanceById,
  measures: MeasureFile,
  cases: CaseFile,
  'end-uses': EndUseFile,
  prices: PriceFile,
  policies: PolicyBook,
  'machine-kinds': MachineKindFile,
  'machine-features': MachineFeatureFile,
  regions: RegionFile,
  'fact-sheet': FactSheet,
  plausibility: Plausibility,
  'size-classes': SizeClassFile,
  'process-steps': StepFile,
  'architecture-layers': LayerFile,
  texts: TextFile,
} as const;

/** JSON Schemas by file name, generated from the zod schemas. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}

/** Writes the schemas to docs/schema of the project; one that is no longer made goes. */
export async function writeSchemas(project: string): Promise<void> {
  const folder = join(project, 'docs', 'schema');
  await mkdir(folder, { recursive: true });
  const schemas = jsonSchemas();
  for (const name of await readdir(folder)) if (schemas[name] === undefined) await rm(join(folder, name));
  for (const [name, content] of Object.entries(schemas)) await writeFile(join(folder, name), content);
}
