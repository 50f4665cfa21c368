import { startVitest } from 'vitest/node';

/**
 * Runs tests. A file that cannot be loaded and an error outside of any test count as failed ones. Whoever lets the tests of
 * the window run builds it before: files that run side by side would each build it, one below the feet of another.
 * @param {string[]} filters parts of the paths of test files; all of them where there is none
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runTests(filters) {
  const vitest = await startVitest('test', filters, { run: true, watch: false });
  const files = vitest.state.getFiles();
  const states = files.flatMap(testsOf).map(stateOf);
  const count = (state) => states.filter((one) => one === state).length;
  const broken = files.filter(
    (file) => file.result?.state === 'fail' && !testsOf(file).map(stateOf).includes('failed'),
  );
  const stray = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return { passed: count('passed'), failed: count('failed') + broken.length + stray, skipped: count('skipped') };
}

/** The last line of every run. @param {{ passed: number, failed: number, skipped: number }} counts */
export function counted({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function testsOf(task) {
  return task.type === 'test' ? [task] : (task.tasks ?? []).flatMap(testsOf);
}

function stateOf(test) {
  if (test.mode === 'skip' || test.mode === 'todo' || test.result?.state === 'skip') return 'skipped';
  return test.result?.state === 'pass' ? 'passed' : 'failed';
}
