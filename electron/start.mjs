import { exitCodeOf, reasonOf, sayStart } from './start-words.mjs';

/** Opens the program. Whatever keeps it from starting is said in one line, not in a stack. */
try {
  const { startProgram } = await import('./start-program.mjs');
  await startProgram(process.argv.slice(2));
} catch (error) {
  const { id, values } = reasonOf(error);
  sayStart(id, values);
  process.exit(exitCodeOf(id));
}
