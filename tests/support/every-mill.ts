import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cli.ts';

/** The demo mills and the archetype mills, by file name, as they stand in their files. */
export const EVERY_MILL: readonly (readonly [name: string, json: unknown])[] = [
  join('seeds', 'demo'),
  join('tests', 'archetypes'),
].flatMap((folder) =>
  readdirSync(join(PROJECT, folder)).map(
    (name) => [name, JSON.parse(readFileSync(join(PROJECT, folder, name), 'utf8')) as unknown] as const,
  ),
);
