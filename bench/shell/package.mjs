import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { ARCHIVERS } from './archivers.mjs';
import { writeEvidence } from './evidence.mjs';

const MODULE = new URL('package-contestant.mjs', import.meta.url).href;
const ROUNDS = effort(3, 1);
const SMALL = effort(50, 5);
const LARGE = effort(200, 10);
const PASSPHRASE = 'a long passphrase';
const BASE = 'zip -0';
const OURS = [
  { who: 'ZhiZhen, open', megabytes: LARGE, passphrase: '' },
  { who: 'ZhiZhen, locked', megabytes: LARGE, passphrase: PASSPHRASE },
  { who: 'ZhiZhen, open', megabytes: SMALL, passphrase: '' },
  { who: 'ZhiZhen, locked', megabytes: SMALL, passphrase: PASSPHRASE },
];

/** Packages of much evidence and of a quarter of it, made, checked and taken, beside archives of the same files. */
export async function measurePackages(say) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  try {
    for (const megabytes of [SMALL, LARGE]) writeEvidence(join(place, String(megabytes), '佐证'), megabytes);
    const peers = Object.entries(ARCHIVERS).map(([who, { needs }]) => ({
      who,
      megabytes: LARGE,
      installed: haveTools(needs),
    }));
    makeKeys(join(place, 'keys'));
    const players = [...OURS, ...peers.filter(({ installed }) => installed)];
    const during = (step, chosen) =>
      contest(
        chosen.map((player) => ({ name: player.who, module: MODULE, setup: { ...player, step, place } })),
        { warmUps: 1, rounds: ROUNDS, slowMs: 8000, say: (round) => say(`${step}, ${round}`) },
      );
    const steps = [await during('make', players), await during('check', players), await during('take', players)];
    const [{ ms: lockMs }] = await during('lock', [OURS[1]]);
    const rows = rowsOf(players, steps);
    const missing = peers.filter(({ installed }) => !installed).map(({ who }) => who);
    return { rows, lockMs, missing, lines: linesOf(rows, lockMs, missing) };
  } finally {
    spawnSync('gpgconf', ['--homedir', join(place, 'keys'), '--kill', 'gpg-agent'], { stdio: 'ignore' });
    rmSync(place, { recursive: true });
  }
}

const haveTools = (names) => spawnSync('which', names).status === 0;

function makeKeys(folder) {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'passphrase'), PASSPHRASE);
  if (haveTools(ARCHIVERS['age, key file'].needs))
    execFileSync('age-keygen', ['-o', join(folder, 'age')], { stdio: 'ignore' });
}

function rowsOf(players, steps) {
  const sumOf = (i, figure) => steps.reduce((sum, step) => sum + (step[i][figure] ?? 0), 0);
  const most = (i, figure) => Math.max(...steps.map((step) => step[i][figure] ?? 0));
  const base = sumOf(
    players.findIndex(({ who }) => who === BASE),
    'ms',
  );
  return players.map(({ who, megabytes }, i) => ({
    name: who,
    megabytes,
    ms: steps.map((step) => step[i].ms),
    ratio: base > 0 && megabytes === LARGE ? sumOf(i, 'ms') / base : null,
    flushMs: sumOf(i, 'flushMs'),
    bytes: steps[0][i].bytes,
    growthMB: steps[0][i].growthMB === undefined ? null : most(i, 'growthMB'),
    peakMB: who in ARCHIVERS ? most(i, 'toolMB') : most(i, 'peakMB'),
  }));
}

function linesOf(rows, lockMs, missing) {
  return [
    ...tableLines(
      [
        'evidence in and out',
        'MB',
        'make s',
        'check s',
        'take s',
        `x ${BASE}`,
        'flush s',
        'file MB',
        'growth MB',
        'peak MB',
      ],
      rows.map(({ name, megabytes, ms, ratio, flushMs, bytes, growthMB, peakMB }) => [
        name,
        megabytes,
        ...ms.map((each) => rounded(each / 1000, 2)),
        ratio === null ? '-' : rounded(ratio, 2),
        name in ARCHIVERS ? '-' : rounded(flushMs / 1000, 2),
        rounded(bytes / 1e6),
        growthMB === null ? '-' : rounded(growthMB, 1),
        rounded(peakMB),
      ]),
    ),
    ...missing.map((who) => `${who}: not installed`),
    `growth from ${SMALL} to ${LARGE} MB: ${OURS.slice(0, 2)
      .map(({ who }) => growthLine(who, rows))
      .join(', ')}`,
    `the key of a passphrase alone ${rounded(lockMs / 1000, 2)} s, once in make and once in check`,
  ];
}

function growthLine(who, rows) {
  const [large, small] = rows.filter(({ name }) => name === who);
  return `${who} ${rounded(small.growthMB, 1)} to ${rounded(large.growthMB, 1)} MB`;
}
