import { compiled } from './compile.mjs';

const { main } = await import(await compiled('main'));
process.exitCode = await main(process.argv.slice(2), {
  // npm runs scripts in the project's folder; relative paths are the caller's.
  folder:
    process.env['npm_lifecycle_event'] === 'diagnose' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  today: () => new Date(),
});
