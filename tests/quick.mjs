import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runStep } from './support/run-step.mjs';
import { counted, runTests } from './support/run-tests.mjs';

/**
 * What is quickly known of the changes since the last commit: types, lint and format of the changed files, and their unit
 * tests: those that lie where a changed file has its mirror, and those that import it themselves. `npm run check` knows all.
 */
const SOURCE = /\.(ts|tsx|mjs)$/;
const FORMATTED = /\.(ts|tsx|mjs|json|md|css|html|yml)$/;
/** They start browsers or whole programs, or try much at random. */
const SLOW = new RegExp(
  `^tests/(${[
    'e2e/',
    'electron/(cli|kill|disk|shell|hand-over)/',
    'packaging/',
    'architecture/',
    'assessments/planning/(against-highs|combined-gain|expected-result|optimise|plan)\\.',
    'assessments/scoring/properties\\.',
  ].join('|')})`,
);

const changed = git('diff', '--name-only', '--diff-filter=d', 'HEAD').concat(
  git('ls-files', '-o', '--exclude-standard'),
);
const sources = changed.filter((path) => SOURCE.test(path));
const tests = git('ls-files', '-co', '--exclude-standard', 'tests/*.test.ts').filter(
  (path) => !SLOW.test(path) && changed.some((file) => isTestOf(path, file)),
);
const formatted = changed.filter((path) => FORMATTED.test(path));
const steps = [
  sources.length > 0 && runStep('types', 'npx', ['tsc', '-p', 'tsconfig.json']),
  sources.length > 0 && runStep('lint', 'npx', ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...sources]),
  formatted.length > 0 && runStep('format', 'npx', ['prettier', '--check', '--log-level', 'warn', ...formatted]),
].filter((step) => step !== false);
const counts = tests.length === 0 ? { passed: 0, failed: 0, skipped: 0 } : await runTests(tests);
if ((await Promise.all(steps)).includes(false) || counts.failed > 0) process.exitCode = 1;
console.log(counted(counts));

function isTestOf(test, file) {
  if (test === file || dirname(test) === `tests/${dirname(file)}`) return true;
  return readFileSync(test, 'utf8').includes(`'#${file}'`);
}

function git(...args) {
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}
