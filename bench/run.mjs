import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureBatch } from './cli/measure-batch.mjs';
import { measureCold } from './cli/measure-cold.mjs';
import { measurePdf } from './pdf/measure.mjs';
import { measurePlan } from './plan/measure.mjs';
import { measureScoring } from './scoring/measure.mjs';
import { measureShell } from './shell/measure.mjs';
import { IS_SHORT } from './support/effort.mjs';
import { BENCH, RESULTS } from './support/places.mjs';
import { compileProduct } from './support/product.mjs';
import { measureWindow } from './window/measure.mjs';

const MEASUREMENTS = {
  pdf: measurePdf,
  scoring: measureScoring,
  plan: measurePlan,
  cold: measureCold,
  batch: measureBatch,
  window: measureWindow,
  shell: measureShell,
};

if (!existsSync(join(BENCH, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci'], { cwd: BENCH, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
await compileProduct();

const chosen = process.argv.slice(2).filter((name) => name !== '--short');
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  loadBefore: loadavg()[0],
};
const results = {};
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const { title, rows, lines } = await measure((step) => process.stderr.write(`${name}: ${step}\n`));
  results[name] = { title, rows };
  console.log(['', title, ...lines].join('\n'));
}
mkdirSync(RESULTS, { recursive: true });
writeFileSync(
  join(RESULTS, IS_SHORT ? 'short.json' : 'latest.json'),
  `${JSON.stringify({ machine, ...results }, null, 2)}\n`,
);
