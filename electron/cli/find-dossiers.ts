import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ProblemCode } from '#assessments/schema/problem.ts';

export interface DossierFile {
  /** As the caller named it, for messages. */
  readonly name: string;
  readonly path: string;
}

export interface FoundDossiers {
  readonly files: readonly DossierFile[];
  readonly problems: readonly { readonly name: string; readonly code: ProblemCode }[];
  /** Several paths or a folder: one sub-folder each and a roll-up. */
  readonly batch: boolean;
}

/** The dossier files behind the paths: a file itself, of a folder its `*.json` by name. */
export async function findDossiers(paths: readonly string[], folder: string): Promise<FoundDossiers> {
  const files: DossierFile[] = [];
  const problems: { name: string; code: ProblemCode }[] = [];
  let batch = paths.length > 1;
  for (const name of paths) {
    const path = resolve(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() !== true) {
      files.push({ name, path });
      continue;
    }
    batch = true;
    const inside = await dossiersIn(path);
    if (inside === null) problems.push({ name, code: 'unreadable' });
    else if (inside.length === 0) problems.push({ name, code: 'no-dossier' });
    else files.push(...inside.map((entry) => ({ name: join(name, entry), path: join(path, entry) })));
  }
  return { files, problems, batch };
}

async function dossiersIn(path: string): Promise<string[] | null> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .sort();
}
