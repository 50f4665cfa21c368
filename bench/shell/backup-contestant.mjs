import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProduct } from '../support/product.mjs';
import { countFlushes } from './flushes.mjs';
import { millOf } from './mills.mjs';

/** Copies of many enterprises outside the database: one kind of work, on a folder of its own. */
export async function prepare({ work, count }) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const product = await loadProduct();
  const counter = await countFlushes();
  const folder = emptied(join(place, 'copies'));
  const { next, run } = await WORKS[work]({ folder, source: join(place, 'source'), count, product });
  return {
    next,
    run: (input) => counter.during(() => run(input)),
    finish: ({ tookMs, flushes, flushMs }) => {
      const bytes = diskBytes(folder);
      rmSync(place, { recursive: true });
      return { flushes, flushShare: flushMs / tookMs, bytes };
    },
  };
}

const WORKS = {
  'ours, first': ({ folder, ...setup }) => {
    const texts = textsOf(setup, 0);
    return { next: () => emptied(folder), run: () => copyAll(folder, texts, setup) };
  },
  'ours, changed': async ({ folder, ...setup }) => {
    await copyAll(folder, textsOf(setup, 0), setup);
    return { next: changing(setup), run: (texts) => copyAll(folder, texts, setup) };
  },
  'ours, same': async ({ folder, ...setup }) => {
    const texts = textsOf(setup, 0);
    await copyAll(folder, texts, setup);
    return { run: () => copyAll(folder, texts, setup) };
  },
  'ours, list': async ({ folder, ...setup }) => {
    await copyTwice(folder, setup);
    return { run: () => mirrorIn(folder, setup).listMirror() };
  },
  /** The database of the window is a list in memory here, so that its own time is not counted. */
  'ours, compare': async ({ folder, ...setup }) => {
    await copyTwice(folder, setup);
    const mills = numbers(setup.count).map((number) => millOf(number, 1));
    const rows = mills.map(({ id }) => ({ id, changedAt: 1 }));
    const dossiers = new Map(mills.map((mill) => [mill.id, mill]));
    const store = { list: async () => rows, read: async (id) => dossiers.get(id) };
    return {
      run: async () => {
        const { lost, uncopied } = await setup.product.compareWithMirror(mirrorIn(folder, setup), store);
        if (lost.length + uncopied.length > 0) throw new Error('the copies differ from what was copied');
      },
    };
  },
  'writeFile, first': (setup) => writing(setup, {}),
  'writeFile, changed': (setup) => rewriting(setup, {}),
  'flushed, first': (setup) => writing(setup, { flush: true }),
  'flushed, changed': (setup) => rewriting(setup, { flush: true }),
  'cp, first': async ({ folder, source, ...setup }) => {
    await writeAll(emptied(source), textsOf(setup, 0), {});
    return { next: () => emptied(folder), run: () => command('cp', ['-r', source, folder]) };
  },
  'cp, changed': async ({ folder, source, ...setup }) => {
    const change = changing(setup);
    const next = async () => writeAll(emptied(source), change(), {});
    return { next, run: () => command('cp', ['-r', source, folder]) };
  },
  'sha256sum, list': async ({ folder, ...setup }) => {
    await writeAll(folder, textsOf(setup, 0), {});
    const names = await readdir(folder);
    return { run: () => command('sha256sum', names, { cwd: folder }) };
  },
};

const numbers = (count) => [...Array(count).keys()];

function textsOf({ count, product }, change) {
  return numbers(count).map((number) => {
    const mill = millOf(number, change);
    return { id: mill.id, dossier: product.mirrorText(mill) };
  });
}

/** Every time one more change in each. */
function changing(setup) {
  let change = 0;
  return () => textsOf(setup, (change += 1));
}

const mirrorIn = (folder, { product }) => product.storesIn(folder, () => Date.now()).mirror;

async function copyAll(folder, texts, setup) {
  const mirror = mirrorIn(folder, setup);
  for (const text of texts) {
    const { kind } = await mirror.mirrorDossier(text);
    if (kind !== 'done') throw new Error(`the copy of ${text.id} came to ${kind}`);
  }
}

async function copyTwice(folder, setup) {
  for (const change of [0, 1]) await copyAll(folder, textsOf(setup, change), setup);
}

function writing({ folder, ...setup }, options) {
  const texts = textsOf(setup, 0);
  return { next: () => emptied(folder), run: () => writeAll(folder, texts, options) };
}

async function rewriting({ folder, ...setup }, options) {
  await writeAll(folder, textsOf(setup, 0), options);
  return { next: changing(setup), run: (texts) => writeAll(folder, texts, options) };
}

async function writeAll(folder, texts, options) {
  for (const { id, dossier } of texts) await writeFile(join(folder, `${id}.json`), dossier, options);
}

function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

function command(name, args, options = {}) {
  const { status } = spawnSync(name, args, { stdio: 'ignore', ...options });
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
}

function diskBytes(folder) {
  return Number(spawnSync('du', ['-s', '-B1', folder], { encoding: 'utf8' }).stdout.split('\t')[0]);
}
