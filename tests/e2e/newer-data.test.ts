import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_VERSION } from '#electron/contract/data-version.ts';
import { browserMissing } from '#tests/support/browser.ts';
import { buildStandIn, startStandIn } from '#tests/support/stand-in.ts';

describe.skipIf(browserMissing() !== null)('a profile', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-newer-'));
  beforeAll(buildStandIn);
  afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const startedOn = async (stamp: string | null) => {
    const userData = mkdtempSync(join(data, 'profile-'));
    const path = join(userData, 'data-version.json');
    if (stamp !== null) writeFileSync(path, stamp);
    const home = join(userData, 'home');
    const { control, page } = await startStandIn({ userData, home });
    const { windows, errorBoxes, quits } = control;
    const hasHome = existsSync(home);
    if (windows.length > 0) await page();
    await control.stop();
    return { windows: windows.length, errorBoxes, quits, hasHome, after: readFileSync(path, 'utf8') };
  };

  it('that a newer program wrote is refused with a word before any window, and stays as it is', async () => {
    const stamp = JSON.stringify({ data: DATA_VERSION + 1, program: '9.0.0', of: 'a later program' });
    const { windows, errorBoxes, quits, hasHome, after } = await startedOn(stamp);
    expect([windows, quits, hasHome]).toEqual([0, 1, false]);
    expect(errorBoxes).toEqual(['数据来自更新的版本 Newer data']);
    expect(after).toBe(stamp);
  });

  it.each([
    ['is new', null],
    ['an older program wrote', JSON.stringify({ data: 1, program: '0.0.9' })],
    ['has a stamp that cannot be read', '{"data"'],
  ])('that %s is opened and stamped', async (_, stamp) => {
    const { windows, errorBoxes, after } = await startedOn(stamp);
    expect([windows, errorBoxes]).toEqual([1, []]);
    expect(JSON.parse(after)).toMatchObject({ data: DATA_VERSION });
  });

  it('of this program keeps its stamp', async () => {
    const stamp = JSON.stringify({ data: DATA_VERSION, program: 'kept' });
    expect((await startedOn(stamp)).after).toBe(stamp);
  });
});
