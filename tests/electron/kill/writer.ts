import { createHash } from 'node:crypto';
import { copyText } from '#tests/support/copied-mills.ts';
import { roomyStores } from '#tests/support/roomy-stores.ts';

/** Keeps evidence, sweeps and copies dossiers without end; each line it prints is one that was acknowledged. */
const [folder = '', from = '0'] = process.argv.slice(2);
const { mirror, evidence } = roomyStores(folder);
const say = (line: string) => new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => resolve()));

for (let i = Number(from); ; i += 1) {
  const dossier = copyText(i, '织'.repeat(2000 + (i % 7) * 500));
  const copied = await mirror.mirrorDossier({ id: 'ent-1', dossier });
  if (copied.kind !== 'done') throw new Error('the copy was refused');
  await say(`copy ${i}`);
  const bytes = new Uint8Array(200_000).fill(i % 251);
  const kept = await evidence.keepEvidence({ name: 'a.bin', bytes });
  if (kept.kind !== 'done') throw new Error('the file was refused');
  if (kept.value.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error('another hash');
  await say(`file ${kept.value.sha256}`);
  await evidence.sweepEvidence({ referenced: [], enterprises: ['ent-1'], since: 0 });
}
