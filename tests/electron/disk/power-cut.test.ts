import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { roomyStores } from '#tests/support/roomy-stores.ts';
import { bundledProgram, WRITER } from '#tests/support/bundled-program.ts';
import { mountMissing, quietly } from '#tests/support/mounted.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';

const missing = mountMissing('loop');
const root = mkdtempSync(join(tmpdir(), 'zhizhen-power-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/**
 * The power goes: the writer is stopped, and what its disk holds at that moment is copied. What the system kept in memory
 * only is not in the copy, as a file that nobody flushed shows.
 */
describe.skipIf(missing !== null)('a power cut', () => {
  it(
    `loses nothing that was acknowledged, ${KILLS} times`,
    async () => {
      const program = await bundledProgram(WRITER, join(root, 'writer.mjs'));
      let copies = 0;
      let files = 0;
      for (let cut = 0; cut < KILLS; cut += 1) {
        const { lines, disk } = await cutAfter(program, cut, 3 + ((cut * 7) % 20));
        const place = join(root, `after-${cut}`);
        mkdirSync(place);
        quietly('mount', ['-o', 'loop', disk, place]);
        try {
          expect(existsSync(join(place, 'unflushed')), 'the cut took nothing').toBe(false);
          const { mirror, evidence } = roomyStores(join(place, 'data'));
          const last =
            lines
              .filter((line) => line.startsWith('copy '))
              .map((line) => Number(line.slice(5)))
              .at(-1) ?? -1;
          expect(last).toBeGreaterThanOrEqual(0);
          const read = await mirror.readMirror({ id: 'ent-1', sha256: null });
          const found = read.kind === 'done' ? (JSON.parse(read.value) as { revision: number }).revision : -1;
          expect(found).toBeGreaterThanOrEqual(last);
          const kept = lines.filter((line) => line.startsWith('file ')).map((line) => line.slice(5));
          for (const sha256 of kept) {
            const bytes = await evidence.readEvidence({ sha256 });
            if (bytes.kind !== 'done') throw new Error(`${sha256} is lost`);
            expect(createHash('sha256').update(bytes.value).digest('hex')).toBe(sha256);
          }
          copies += last + 1;
          files += kept.length;
        } finally {
          quietly('umount', [place]);
        }
      }
      process.stdout.write(
        `power cut: ${KILLS} of ${KILLS}, ${copies} copies and ${files} files acknowledged, none lost\n`,
      );
    },
    LONGEST,
  );
});

/** States of the threads of a process, each once: `T` where it is stopped. */
function statesOf(pid: number | undefined): string[] {
  const tasks = `/proc/${pid}/task`;
  const states = readdirSync(tasks).map((task) => readFileSync(join(tasks, task, 'stat'), 'utf8'));
  return [...new Set(states.map((stat) => stat.slice(stat.lastIndexOf(')') + 2).charAt(0)))];
}

/** Runs the writer on a disk of its own until it has acknowledged so much; gives what it said and the disk as it was then. */
async function cutAfter(program: string, cut: number, lines: number): Promise<{ lines: string[]; disk: string }> {
  const disk = join(root, `disk-${cut}`);
  const place = join(root, `before-${cut}`);
  const after = join(root, `cut-${cut}`);
  mkdirSync(place);
  quietly('truncate', ['-s', '64M', disk]);
  quietly('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', disk]);
  // By itself the system would flush what it holds every five seconds, however slow this computer is.
  quietly('mount', ['-o', 'loop,commit=600', disk, place]);
  const child = spawn(process.execPath, [program, join(place, 'data'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const isClosed = once(child, 'close');
  try {
    let said = '';
    for await (const part of child.stdout as AsyncIterable<Buffer>) {
      said += part.toString();
      if (said.split('\n').length > lines) break;
    }
    child.kill('SIGSTOP');
    // A thread that is flushing ends that first, and would take the file along.
    await expect.poll(() => statesOf(child.pid), { interval: 10 }).toEqual(['T']);
    writeFileSync(join(place, 'unflushed'), 'in memory only');
    copyFileSync(disk, after);
    return { lines: said.split('\n').slice(0, -1), disk: after };
  } finally {
    child.kill('SIGKILL');
    await isClosed;
    quietly('umount', [place]);
    rmSync(disk);
  }
}
