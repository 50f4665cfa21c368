import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProduct } from '../support/product.mjs';
import { countFlushes } from './flushes.mjs';
import { millOf } from './mills.mjs';
import { collectGarbage, ownMB } from './own-memory.mjs';

/** Between two copies in the mirror's eyes, so that the copies go over a month: milliseconds. */
const APART = 20 * 60 * 1000;

/** One enterprise copied again and again, so many more times in each run. */
export async function prepare({ perRun }) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const product = await loadProduct();
  const counter = await countFlushes();
  let written = 0;
  const start = Date.now();
  const { mirror, mirrorFolder } = product.storesIn(place, () => start + written * APART);
  const held = [];
  const hold = (cost) => {
    collectGarbage();
    const { heapUsed } = process.memoryUsage();
    const files = written === 0 ? [] : readdirSync(mirrorFolder, { recursive: true, withFileTypes: true });
    const count = files.filter((entry) => entry.isFile()).length;
    held.push({ written, heapMB: heapUsed / 1e6, rssMB: ownMB('VmRSS'), files: count, ...cost });
  };
  hold({ msEach: null, flushShare: null });
  return {
    run: async () => {
      const { tookMs, flushMs } = await counter.during(async () => {
        for (let i = 0; i < perRun; i += 1) await copy();
      });
      hold({ msEach: tookMs / perRun, flushShare: flushMs / tookMs });
    },
    finish: () => {
      rmSync(place, { recursive: true });
      return { held };
    },
  };

  async function copy() {
    written += 1;
    const mill = millOf(0, written);
    const { kind } = await mirror.mirrorDossier({ id: mill.id, dossier: product.mirrorText(mill) });
    if (kind !== 'done') throw new Error(`copy ${written} came to ${kind}`);
  }
}
