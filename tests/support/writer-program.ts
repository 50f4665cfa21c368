import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from './cli.ts';

/** Bundles the program that keeps evidence and copies dossiers without end; gives its path. */
export async function buildWriter(folder: string): Promise<string> {
  const program = join(folder, 'writer.mjs');
  await build({
    absWorkingDir: PROJECT,
    entryPoints: ['tests/electron/kill/writer.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return program;
}
