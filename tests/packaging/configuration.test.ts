import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packWithStub } from '../../packaging/pack-with-stub.mjs';
import { PROJECT } from '#tests/support/cli.ts';
import { tinyBuild } from './tiny-build.ts';

describe('electron-builder.yml, as electron-builder reads it', () => {
  const project = mkdtempSync(join(tmpdir(), 'zhizhen-packed-'));
  let packed: Awaited<ReturnType<typeof packWithStub>>;
  beforeAll(async () => {
    packed = await packWithStub(tinyBuild({}, project));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('sets in the binary every fuse that narrows what it does', () => {
    expect(packed.fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
    expect(packed.config).not.toHaveProperty('disableAsarIntegrity');
  });

  it('packs the built program, without node_modules and without what stands beside it', () => {
    expect(packed.files.map(({ path }) => path).sort()).toEqual([
      'build/renderer/assets/index-A.js',
      'build/renderer/index.html',
      'build/shell/chunk-A.mjs',
      'build/shell/main.mjs',
      'build/shell/preload.cjs',
      'package.json',
    ]);
  });

  it('puts the notices beside the program and the languages of the interface into it', () => {
    expect(packed.beside).toEqual([
      'NOTICES.txt',
      'chrome-sandbox',
      'locales',
      'locales/en-US.pak',
      'locales/zh-CN.pak',
      'resources',
      'resources/app.asar',
      'zhizhen',
    ]);
  });

  it('has a Chinese name, an ASCII executable and the hand-over file', () => {
    expect(packed.config).toMatchObject({
      appId: 'cn.zhizhen.desktop',
      productName: '织诊',
      executableName: 'zhizhen',
      publish: null,
      fileAssociations: [{ ext: 'zhizhen', mimeType: 'application/x-zhizhen' }],
    });
  });

  it('installs on Windows for one user, in his rights, and leaves his data when it goes', () => {
    expect(packed.config.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
      shortcutName: '织诊',
    });
  });

  it('makes one installer per architecture', () => {
    const { win, linux, mac } = packed.config;
    expect([win?.target, linux?.target, mac?.target]).toEqual([
      [
        { target: 'nsis', arch: 'x64' },
        { target: 'zip', arch: 'x64' },
      ],
      [
        { target: 'AppImage', arch: 'x64' },
        { target: 'deb', arch: 'x64' },
      ],
      [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    ]);
  });

  it('names files that are there', () => {
    const { win, linux, mac, nsis, beforeBuild } = packed.config;
    const named = [win?.icon, linux?.icon, mac?.icon, nsis?.include, beforeBuild];
    expect(named.filter((path) => typeof path !== 'string' || !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});

describe('the script of the Windows installer', () => {
  it('begins with a byte order mark, without which the compiler takes its Chinese for another encoding', () => {
    expect([...readFileSync(join(PROJECT, 'packaging', 'installer.nsh')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the workflows', () => {
  const folder = join(PROJECT, '.github', 'workflows');

  it.each(readdirSync(folder))('pin their actions by commit: %s', (name) => {
    const used = [...readFileSync(join(folder, name), 'utf8').matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([]);
  });
});
