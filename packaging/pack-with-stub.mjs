import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';

const CONFIGURATION = fileURLToPath(new URL('../electron-builder.yml', import.meta.url));
/** What every Electron carries before its fuse wire: version 1, then one letter per fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const [OFF, ON, UNTOUCHED] = Buffer.from('01?');
const FUSES = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));

/**
 * Packs a built project as electron-builder.yml says, around a folder that only looks like an Electron.
 * `config` is what electron-builder made of the file, `files` what is in the asar, `beside` what stands around it, and
 * `fuses` what the binary of the program says: absent where left as Electron ships it.
 * @param {string} project folder
 * @returns {Promise<{
 *   config: import('electron-builder').Configuration,
 *   files: { path: string, bytes: Buffer }[],
 *   beside: string[],
 *   fuses: Record<string, boolean>,
 * }>}
 */
export async function packWithStub(project) {
  const workshop = await mkdtemp(join(tmpdir(), 'zhizhen-pack-'));
  try {
    const electronDist = await stubRuntime(join(workshop, 'runtime'));
    let config;
    await build({
      projectDir: project,
      targets: Platform.LINUX.createTarget('dir'),
      publish: 'never',
      config: {
        extends: CONFIGURATION,
        electronDist,
        directories: { output: join(workshop, 'out') },
        afterPack: ({ packager }) => void (config = packager.config),
      },
    });
    const program = join(workshop, 'out', 'linux-unpacked');
    const wire = await getCurrentFuseWire(join(program, config.executableName));
    return {
      config,
      files: filesOf(join(program, 'resources', 'app.asar')),
      beside: (await readdir(program, { recursive: true })).map(slashed).sort(),
      fuses: fusesOf(wire),
    };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function stubRuntime(folder) {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const wire = Buffer.from([1, FUSES.length, ...FUSES.map(() => UNTOUCHED)]);
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from(FUSE_SENTINEL), wire]));
  await writeFile(join(folder, 'chrome-sandbox'), '');
  for (const language of ['de', 'en-US', 'zh-CN']) await writeFile(join(folder, 'locales', `${language}.pak`), '');
  return folder;
}

function filesOf(asar) {
  return listPackage(asar)
    .map((path) => slashed(path).slice(1))
    .filter((path) => !('files' in statFile(asar, path)))
    .map((path) => ({ path, bytes: extractFile(asar, path) }));
}

function slashed(path) {
  return path.replaceAll('\\', '/');
}

function fusesOf(wire) {
  const set = FUSES.map((name) => [name, wire[FuseV1Options[name]]]).filter(([, state]) => state !== UNTOUCHED);
  return Object.fromEntries(set.map(([name, state]) => [name, { [OFF]: false, [ON]: true }[state]]));
}
