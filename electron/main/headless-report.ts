import { app } from 'electron';

const FLAG = '--report';

/** `--report in.json --out dir` runs the command line without a window and ends. @returns whether it was asked for. */
export async function reportIfAsked(argv: readonly string[]): Promise<boolean> {
  const at = argv.indexOf(FLAG);
  if (at < 0) return false;
  const { main } = await import('../cli/main.ts');
  const code = await main(argv.slice(at + 1), {
    folder: process.cwd(),
    worker: new URL('diagnose-worker.mjs', import.meta.url),
    stdout: process.stdout,
    stderr: process.stderr,
    today: () => new Date(),
  });
  app.exit(code);
  return true;
}
