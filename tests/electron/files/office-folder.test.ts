import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOfficeFolder } from '#electron/host/files/office-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-office-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the folder of an office', () => {
  it('may be missing, or hold nothing', async () => {
    expect(await readOfficeFolder(join(root, 'none'))).toEqual({});
    expect(await readOfficeFolder(root)).toEqual({});
  });

  it('gives what is there, and no bytes for what cannot be read', async () => {
    writeFileSync(join(root, 'logo.jpg'), 'logo');
    mkdirSync(join(root, 'cover.docx'));
    expect(await readOfficeFolder(root)).toEqual({
      logo: new Uint8Array(Buffer.from('logo')),
      cover: new Uint8Array(),
    });
  });
});
