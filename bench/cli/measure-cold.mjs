import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effort } from '../support/effort.mjs';
import { median } from '../support/median.mjs';
import { DEMO_DOSSIER, LAUNCH } from '../support/places.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { runNode } from './run-process.mjs';

const ROUNDS = effort(10, 1);

/** One dossier by the command line from process start to process end, beside a process that does nothing. */
export async function measureCold(say) {
  const out = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const diagnose = (formats) => [LAUNCH, DEMO_DOSSIER, '--out', out, '--formats', formats];
  const commands = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'result.json', args: diagnose('json') },
    { name: 'result.json and report.pdf', args: diagnose('json,pdf') },
    { name: 'result.json and report.docx', args: diagnose('json,docx') },
    { name: 'result.json and deck.pptx', args: diagnose('json,pptx') },
  ].map((command) => ({ ...command, runs: [] }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    say(round === 0 ? 'warm-up' : `round ${round} of ${ROUNDS}`);
    for (const { args, runs } of commands) {
      const run = await runNode(args);
      if (round > 0) runs.push(run);
    }
  }
  rmSync(out, { recursive: true });
  const times = commands.map(({ runs }) => median(runs.map(({ ms }) => ms)));
  const rows = commands.map(({ name, runs }, i) => ({
    name,
    ms: times[i],
    ratio: times[i] / times[0],
    peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)),
  }));
  return { title: 'Command line, cold, one dossier', rows, lines: linesOf(rows) };
}

function linesOf(rows) {
  return tableLines(
    ['command', 'ms', 'x node', 'peak MB'],
    rows.map(({ name, ms, ratio, peakMB }) => [name, rounded(ms), rounded(ratio, 1), rounded(peakMB)]),
  );
}
