import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './cli.ts';

const LEFT_OUT = ['.git', 'bench', 'build', 'node_modules', 'out', 'docs/screens'].map((name) => join(PROJECT, name));

/** A copy of the project in a new folder, with the packages of this one and nothing that was built. */
export async function projectCopy(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'zhizhen-copy-'));
  await cp(PROJECT, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(path) });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}
