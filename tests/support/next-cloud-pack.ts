import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PackLibrary } from '#assessments/packs/library.ts';
import type { Release } from '#assessments/packs/release.ts';
import { release as cloudAdoption100 } from '#assessments/packs/cloud-adoption/1.0.0/index.ts';
import * as releases from '#assessments/packs/releases.ts';
import { GuidanceById, LadderPack, Question } from '#assessments/schema/pack.ts';
import { PROJECT } from './cli.ts';

/** What a version 1.1.0 of the cloud pack changes: CL-VAL-01 has another ladder, 02 is gone, 03 is named 04, 05 is new. */
const FOLDER = join(PROJECT, 'tests/fixtures/packs/cloud-adoption/1.1.0');

const changed = (file: string): object => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as object;
const kept = cloudAdoption100.pack.questions.filter(({ dimension }) => dimension !== 'VAL');

/** The cloud pack 1.1.0 that only tests have. */
export const nextCloud: Release<LadderPack> = {
  pack: LadderPack.parse({
    ...changed('pack.json'),
    questions: [...kept, ...Question.array().parse(changed('questions/VAL.json'))],
  }),
  guidance: async () => ({
    ...(await cloudAdoption100.guidance()),
    ...GuidanceById.parse(changed('guidance/VAL.json')),
  }),
};

/** The shipped packs, and the cloud pack 1.1.0. */
export const nextLibrary = new PackLibrary([...Object.values(releases), nextCloud]);

/** Adds the cloud pack 1.1.0 to a copy of the project, as CONTRIBUTING says for a version of a pack. */
export async function addNextCloud(project: string): Promise<void> {
  const packs = join(project, 'assessments/packs');
  await cp(join(packs, 'cloud-adoption/1.0.0'), join(packs, 'cloud-adoption/1.1.0'), { recursive: true });
  await cp(FOLDER, join(packs, 'cloud-adoption/1.1.0'), { recursive: true });
  const registry = join(packs, 'releases.ts');
  const line = "export { release as cloudAdoption110 } from './cloud-adoption/1.1.0/index.ts';\n";
  await writeFile(registry, `${await readFile(registry, 'utf8')}${line}`);
}
