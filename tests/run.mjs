import { buildWindow } from '../electron/build-window.mjs';
import { counted, runTests } from './support/run-tests.mjs';

/** Runs the tests of which a path has one of the arguments, or all; the last line says how many passed. */
await buildWindow();
const counts = await runTests(process.argv.slice(2));
if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
console.log(counted(counts));
