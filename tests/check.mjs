import { buildWindow } from '../electron/build-window.mjs';
import { runStep } from './support/run-step.mjs';
import { counted, runTests } from './support/run-tests.mjs';

/** What only reads the sources, one npm script after another; it goes on side by side with the tests. */
const STATIC = ['format:check', 'types', 'lint', 'boundaries', 'unused'];

const [counts, failed] = await Promise.all([buildWindow().then(() => runTests([])), failedOf(STATIC)]);
if (failed.length > 0) console.log(`FAILED: ${failed.join(', ')}`);
if (failed.length > 0 || counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
console.log(counted(counts));

async function failedOf(scripts) {
  const failed = [];
  for (const script of scripts) if (!(await runStep(script, 'npm', ['run', '-s', script]))) failed.push(script);
  return failed;
}
