import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storesIn } from '#electron/host/calls/stores.ts';
import { nextRung } from '#tests/support/answering.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import { browserMissing } from '#tests/support/browser.ts';
import { bundledProgram } from '#tests/support/bundled-program.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';
import { killOn, processesOn } from '#tests/support/processes.ts';
import { buildStandIn, STAND_IN_MAIN } from '#tests/support/stand-in.ts';
import { systemMissing } from '#tests/support/systems.ts';

/** Bundled beside main, from where it finds the same packages. */
const PROGRAM = join(dirname(STAND_IN_MAIN), 'answering.mjs');
const LONGEST_MS = 2_000;

describe.skipIf((browserMissing() ?? systemMissing('linux')) !== null)('a kill of main with its window', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-main-'));
  const profile = join(data, 'profile');
  beforeAll(async () => {
    await buildStandIn();
    await bundledProgram('tests/e2e/kill-main/answering.ts', PROGRAM);
  });
  afterAll(() => {
    killOn(profile);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Runs the program until it has acknowledged so much, kills it with its window a while later, and gives what it said. */
  async function killedAfter(round: number, lines: number, random: () => number): Promise<string[]> {
    const child = spawn(process.execPath, [PROGRAM, STAND_IN_MAIN, data, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const isEnough = new Promise<void>((resolve) => {
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.split('\n').length > lines) resolve();
      });
      child.once('exit', resolve);
    });
    const isClosed = once(child, 'close');
    await isEnough;
    await wait(LONGEST_MS * random());
    child.kill('SIGKILL');
    killOn(profile);
    await isClosed;
    await expect.poll(() => processesOn(profile)).toEqual([]);
    return said.split('\n').slice(0, -1);
  }

  it(
    `loses no answer and no file that the window acknowledged, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      const files: string[] = [];
      let last: number | null = null;
      let answers = 0;
      for (let round = 0; round <= KILLS; round += 1) {
        const [found = '', ...said] = await killedAfter(round, 3 + Math.floor(4 * random()), random);
        const [, rung, ...names] = found.split(' ');
        if (last !== null) expect([last, nextRung(last)]).toContain(Number(rung));
        for (const name of files) expect(names).toContain(name);
        files.push(...said.flatMap((line) => (line.startsWith('file ') ? [line.slice(5)] : [])));
        const given = said.flatMap((line) => (line.startsWith('answer ') ? [Number(line.slice(7))] : []));
        expect(given.length, said.join(', ')).toBeGreaterThan(0);
        answers += given.length;
        last = given.at(-1) ?? null;
        const { evidence, mirror } = storesIn(join(data, '家', '织诊'), () => Date.now());
        for (const name of files) {
          const sha256 = createHash('sha256').update(name).digest('hex');
          expect(await evidence.readEvidence({ sha256 }), name).toMatchObject({ kind: 'done' });
        }
        const copies = await mirror.listMirror();
        expect(copies.kind === 'done' ? copies.value.unreadable : null).toEqual([]);
        for (const entry of copies.kind === 'done' ? copies.value.entries : []) expect(entry.damaged, entry.id).toBe(0);
      }
      expect(files.length).toBeGreaterThan(KILLS);
      process.stdout.write(
        `kill -9 of main with its window: ${KILLS} of ${KILLS}, ${answers} answers and ${files.length} files acknowledged, none lost\n`,
      );
    },
    LONGEST,
  );
});
