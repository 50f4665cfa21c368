import { startVitest } from 'vitest/node';
import { buildWindow } from '../electron/build-window.mjs';

// Files that run side by side would each build the window, one emptying the folder that the other reads.
await buildWindow();

/** Runs the suite; the last line says how many tests passed, failed and were skipped. */
const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false });
const tests = vitest.state.getFiles().flatMap(testsOf);
const count = (state) => tests.filter((test) => stateOf(test) === state).length;
const brokenFiles = vitest.state
  .getFiles()
  .filter((file) => file.result?.state === 'fail' && testsOf(file).every((test) => stateOf(test) !== 'failed')).length;
const stray = vitest.state.getUnhandledErrors().length;
const failed = count('failed') + brokenFiles + stray;
const passed = count('passed');
const skipped = count('skipped');
await vitest.close();
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);

function testsOf(task) {
  return task.type === 'test' ? [task] : (task.tasks ?? []).flatMap(testsOf);
}

function stateOf(test) {
  if (test.mode === 'skip' || test.mode === 'todo' || test.result?.state === 'skip') return 'skipped';
  return test.result?.state === 'pass' ? 'passed' : 'failed';
}
