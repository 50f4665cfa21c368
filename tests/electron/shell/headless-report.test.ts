import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';

const { exitCodes } = vi.hoisted(() => ({ exitCodes: [] as number[] }));
vi.mock('electron', () => ({ app: { exit: (code: number) => exitCodes.push(code) } }));
const { reportIfAsked } = await import('#electron/main/headless-report.ts');

describe('the program with --report', () => {
  it('runs the command line and ends with its code, without a window', async () => {
    const out = temporaryFolder();
    const [demo] = readdirSync(join(PROJECT, 'seeds', 'demo')).filter((name) => name.endsWith('.json'));
    const input = join(PROJECT, 'seeds', 'demo', demo ?? '');
    const asked = ['zhizhen', '--no-sandbox', '--report', input, '--out', out, '--formats', 'json'];
    expect(await reportIfAsked(asked)).toBe(true);
    expect(existsSync(join(out, 'result.json'))).toBe(true);
    expect(await reportIfAsked(['zhizhen', '--report', join(out, 'missing.json'), '--out', out])).toBe(true);
    expect(exitCodes).toEqual([0, 2]);
  });

  it('is the program with its window where it is not asked for', async () => {
    exitCodes.length = 0;
    expect(await reportIfAsked(['zhizhen', '报告.zhizhen'])).toBe(false);
    expect(exitCodes).toEqual([]);
  });
});
