import { readCommandLine } from './command-line.ts';
import { diagnoseAll, type Place, type Terminal } from './diagnose-all.ts';
import { cut, onOneLine, text } from './text.ts';
import { WriteFailure } from './write-failure.ts';

const EXIT = { done: 0, refused: 2, partly: 3, notWritten: 4 } as const;

export interface Surroundings extends Place {
  /** The clock, read once and only where no date is given. */
  readonly today: () => Date;
}

/** The command line `diagnose`: reads dossiers, scores them, writes results and reports. Gives the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const line = readCommandLine(args, surroundings.today);
  if (!line.ok) {
    const { code, reason, detail } = line.problem;
    say(surroundings, code, text(reason, line.language, { detail: cut(detail) }));
    return EXIT.refused;
  }
  try {
    const { done, refused } = await diagnoseAll(line.options, surroundings);
    return refused === 0 ? EXIT.done : done === 0 ? EXIT.refused : EXIT.partly;
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    for (const { code, path } of error.obstacles) say(surroundings, code, text(code, line.options.language, { path }));
    return EXIT.notWritten;
  }
}

function say({ stderr }: Terminal, code: string, message: string): void {
  stderr.write(`${onOneLine(`cli: ${code}: ${message}`)}\n`);
}
