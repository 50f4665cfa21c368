import { compiled } from './compile.mjs';

const entry = await compiled('main');
const { main } = await import(entry);
process.exitCode = await main(process.argv.slice(2), {
  // npm runs scripts in the project's folder; relative paths are the caller's.
  folder:
    process.env['npm_lifecycle_event'] === 'diagnose' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
  worker: new URL('diagnose-worker.mjs', entry),
  stdout: process.stdout,
  stderr: process.stderr,
  today: () => new Date(),
});
