import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadProduct } from '../support/product.mjs';
import { ARCHIVERS } from './archivers.mjs';
import { countFlushes } from './flushes.mjs';
import { millOf } from './mills.mjs';
import { memoryFromNow } from './own-memory.mjs';

const PEAK = '/usr/bin/time';

/** One step with a package of evidence: `make`, `check` or `take`, by the product or by another program. */
export async function prepare({ who, step, ...setup }) {
  const out = join(setup.place, `${who}, ${setup.megabytes}.package`);
  const to = join(setup.place, 'taken');
  if (who in ARCHIVERS) return archiver(ARCHIVERS[who][step], { ...setup, out, to });
  const { next, run } = (await ours({ ...setup, out, to }))[step];
  const counter = await countFlushes();
  const memory = memoryFromNow();
  return {
    next,
    run: (input) => counter.during(() => run(input)),
    finish: ({ flushMs }) => ({ flushMs, growthMB: memory.growthMB(), bytes: bytesOf(out) }),
  };
}

/** The calls of the product as its main process makes them, with the dialogs answered. */
async function ours({ place, megabytes, passphrase, out, to }) {
  const product = await loadProduct();
  const callsOn = (folder) => {
    const { evidence, signers } = product.storesIn(folder, () => Date.now());
    return product.packageCalls({
      keyFile: join(place, 'key.pem'),
      evidence: evidence.streams,
      signers,
      chooseSavePath: async () => out,
      chooseOpenPath: async () => out,
      saved: () => 'saved',
    });
  };
  const calls = callsOn(join(place, String(megabytes)));
  const evidence = namesIn(join(place, String(megabytes)));
  const about = { name: 'a', isDeidentified: false, madeAt: '2026-11-24', maker: '', passphrase };
  const open = (opener) => opener.openPackage({ again: false, passphrase }).then(valueOf);
  return {
    lock: { run: () => product.newLock(product.LOCK_COST, passphrase) },
    make: { run: () => calls.packDossier({ ...about, dossier: JSON.stringify(millOf(0)), evidence }).then(valueOf) },
    check: { run: () => open(calls) },
    take: {
      next: async () => {
        const taker = callsOn(emptied(to));
        return { taker, ...(await open(taker)) };
      },
      run: async ({ taker, ticket }) => {
        valueOf(await taker.acceptPackage({ ticket }));
        if (namesIn(to).length !== evidence.length) throw new Error('not all evidence was taken');
      },
    },
  };
}

function archiver(command, { place, megabytes, out, to }) {
  const note = join(place, 'peak.txt');
  const env = {
    ...process.env,
    IN: join(place, String(megabytes)),
    OUT: out,
    TO: to,
    KEYS: join(place, 'keys'),
    GNUPGHOME: join(place, 'keys'),
    PEAK: existsSync(PEAK) ? `${PEAK} -f %M -o ${note}` : '',
  };
  return {
    next: () => emptied(to),
    run: () => {
      const { status, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${command}: ${stderr}`);
    },
    finish: () => ({
      bytes: bytesOf(out),
      toolMB: existsSync(PEAK) ? Number(readFileSync(note, 'utf8')) / 1024 : null,
    }),
  };
}

/** A package that nobody made yet has none. */
const bytesOf = (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function valueOf(outcome) {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function namesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}
