import { readCommandLine } from './command-line.ts';
import { diagnoseAll, type Terminal } from './diagnose-all.ts';
import { text } from './text.ts';
import { WriteFailure } from './write-outputs.ts';

const EXIT = { done: 0, refused: 2, partly: 3, notWritten: 4 } as const;

export interface Surroundings extends Terminal {
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** The clock, read once and only where no date is given. */
  readonly today: () => Date;
}

/** The command line `diagnose`: reads dossiers, scores them, writes results and reports. Gives the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const line = readCommandLine(args, surroundings.today);
  if (!line.ok) {
    const { code, reason, detail } = line.problem;
    surroundings.stderr.write(`cli: ${code}: ${text(reason, line.language, { detail })}\n`);
    return EXIT.refused;
  }
  try {
    const { done, refused } = await diagnoseAll(line.options, surroundings.folder, surroundings);
    return refused === 0 ? EXIT.done : done === 0 ? EXIT.refused : EXIT.partly;
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    surroundings.stderr.write(
      `cli: not-writable: ${text('cannot-write', line.options.language, { detail: error.message })}\n`,
    );
    return EXIT.notWritten;
  }
}
