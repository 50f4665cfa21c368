import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '#tests/support/random-stream.ts';
import { roomyStores } from '#tests/support/roomy-stores.ts';
import { bundledProgram, WRITER } from '#tests/support/bundled-program.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-kill-'));

let program = '';

beforeAll(async () => {
  program = await bundledProgram(WRITER, join(root, 'writer.mjs'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the writer until it has acknowledged so much, kills it a random number of bytes later, and gives what it said. */
async function killedAfter(folder: string, from: number, lines: number, random: () => number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    if (said.split('\n').length > lines) setTimeout(() => child.kill('SIGKILL'), 8 * random());
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

describe('a kill in the middle of writing', () => {
  it(
    `loses nothing that was acknowledged, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      const folder = join(root, 'data');
      const { mirror, evidence } = roomyStores(folder);
      const files = new Set<string>();
      let step = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const lines = await killedAfter(folder, step, 3 + Math.floor(20 * random()), random);
        const copies = lines.flatMap((line) => (line.startsWith('copy ') ? [Number(line.slice(5))] : []));
        for (const line of lines) if (line.startsWith('file ')) files.add(line.slice(5));
        const last = copies.at(-1) ?? -1;
        expect(last, 'nothing was acknowledged').toBeGreaterThanOrEqual(step);

        const read = await mirror.readMirror({ id: 'ent-1', sha256: null });
        const found = read.kind === 'done' ? (JSON.parse(read.value) as { revision: number }).revision : -1;
        expect(found === last || found === last + 1, `${found} after ${last}`).toBe(true);
        expect(await mirror.listMirror()).toMatchObject({ value: { entries: [{ damaged: 0 }], unreadable: [] } });
        for (const sha256 of files) expect(await evidence.readEvidence({ sha256 })).toMatchObject({ kind: 'done' });
        step = found + 1;
      }
      process.stdout.write(
        `kill -9: ${KILLS} of ${KILLS}, ${step} copies and ${files.size} files acknowledged, none lost\n`,
      );
    },
    LONGEST,
  );
});
