import { build } from 'esbuild';
import { PROJECT } from './cli.ts';

/** The program that keeps evidence and copies dossiers without end. */
export const WRITER = 'tests/electron/kill/writer.ts';

/** Bundles a program of the tests, so that Node runs it as a process of its own; gives its path. */
export async function bundledProgram(entry: string, program: string): Promise<string> {
  await build({
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return program;
}
