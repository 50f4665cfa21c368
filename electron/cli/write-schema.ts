import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Dossier } from '#assessments/schema/dossier.ts';
import { MachineFeatureFile, MachineKindFile } from '#assessments/schema/machines.ts';
import { Pack } from '#assessments/schema/pack.ts';
import { Result } from '#assessments/schema/result.ts';

const SCHEMAS = {
  dossier: Dossier,
  result: Result,
  pack: Pack,
  'machine-kinds': MachineKindFile,
  'machine-features': MachineFeatureFile,
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

/** Writes the schemas to docs/schema of the project. */
export async function writeSchemas(project: string): Promise<void> {
  const folder = join(project, 'docs', 'schema');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), content);
}
