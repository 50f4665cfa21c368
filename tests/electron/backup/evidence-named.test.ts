import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyName, millOf, readCopyName } from '#electron/host/backup/copy-name.ts';
import { sha256Of } from '#electron/host/files/sha256.ts';
import { evidenceNamed } from '#electron/host/backup/evidence-named.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-named-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);
const OTHER = 'c'.repeat(64);

let made = 0;
/** A mirror of two enterprises, the first with two copies that name different files. */
async function mirrored() {
  const folder = join(root, String((made += 1)));
  let now = Date.UTC(2026, 10, 30);
  const mirror = mirrorStore({ folder, now: () => (now += 1000) });
  const copy = (id: string, sha256: string) =>
    mirror.mirrorDossier({ id, dossier: JSON.stringify({ id, evidence: [{ sha256 }] }) });
  await copy('ent-1', OLD);
  await copy('ent-1', `sha256:${NEW}`);
  await copy('ent-2', OTHER);
  const place = join(folder, millOf('ent-1'));
  const copies = readdirSync(place)
    .filter((name) => readCopyName(name) !== null)
    .sort()
    .map((name) => join(place, name));
  return { folder, place, oldest: copies[0] ?? '', copy };
}

describe('what the copies of the mirror name', () => {
  it('is every file that any copy names, old ones too, with the enterprises that have a copy', async () => {
    const { folder } = await mirrored();
    const { named, enterprises } = await evidenceNamed(folder);
    expect(enterprises).toEqual(new Set(['ent-1', 'ent-2']));
    for (const sha256 of [OLD, NEW, OTHER]) expect(named).toContain(sha256);
  });

  it('is known beside what systems leave in a folder and what is being written', async () => {
    const { folder, place } = await mirrored();
    writeFileSync(join(folder, '.DS_Store'), '');
    writeFileSync(join(place, 'desktop.ini'), '');
    writeFileSync(join(place, 'x.unfinished'), '{"id":');
    expect((await evidenceNamed(folder)).enterprises.size).toBe(2);
  });

  it.each<[string, (mirror: Awaited<ReturnType<typeof mirrored>>) => void]>([
    ['the folder is missing', ({ folder }) => rmSync(folder, { recursive: true })],
    [
      'a file stands where the folder should be',
      ({ folder }) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
    [
      'the folder is a link that leads nowhere',
      ({ folder }) => {
        renameSync(folder, `${folder}-moved`);
        symlinkSync(`${folder}-gone`, folder);
      },
    ],
    [
      'a file stands where the folder of an enterprise should be',
      ({ place }) => {
        rmSync(place, { recursive: true });
        writeFileSync(place, '');
      },
    ],
    [
      'the folder of an enterprise is a link that leads nowhere',
      ({ place }) => {
        rmSync(place, { recursive: true });
        symlinkSync(`${place}-gone`, place);
      },
    ],
    [
      'an enterprise has no copy left',
      ({ place }) => {
        for (const name of readdirSync(place)) if (readCopyName(name) !== null) rmSync(join(place, name));
      },
    ],
    ['an enterprise has an empty folder', ({ folder }) => mkdirSync(join(folder, '0'.repeat(16)))],
    ['an old copy is cut off', ({ oldest }) => writeFileSync(oldest, readFileSync(oldest).subarray(0, 10))],
    ['an old copy is empty', ({ oldest }) => writeFileSync(oldest, '')],
    [
      'an old copy was changed without being shorter',
      ({ oldest }) => writeFileSync(oldest, readFileSync(oldest, 'utf8').replace(OLD, OTHER)),
    ],
    [
      'an old copy cannot be read',
      ({ oldest }) => {
        rmSync(oldest);
        mkdirSync(oldest);
      },
    ],
    [
      'what stands beside the copies cannot be read',
      ({ place }) => {
        mkdirSync(join(place, 'some.json'));
      },
    ],
    [
      'an old copy is a link that leads nowhere',
      ({ oldest }) => {
        rmSync(oldest);
        symlinkSync(`${oldest}-gone`, oldest);
      },
    ],
  ])('is not known where %s', async (_, damage) => {
    const mirror = await mirrored();
    damage(mirror);
    await expect(evidenceNamed(mirror.folder)).rejects.toThrow();
  });

  it('is not known where a copy as it was written is no dossier', async () => {
    const { folder } = await mirrored();
    const dossier = '{"id":';
    const mill = millOf('ent-3');
    mkdirSync(join(folder, mill));
    const name = copyName({ at: 0, revision: 0, mill, bytes: dossier.length, sha256: sha256Of(dossier) });
    writeFileSync(join(folder, mill, name), dossier);
    await expect(evidenceNamed(folder)).rejects.toThrow();
  });
});
