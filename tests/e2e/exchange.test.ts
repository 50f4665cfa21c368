import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { importFiles } from '#tests/support/import-files.ts';

const missing = browserMissing();

/** What no program of ours writes: unknown properties at every depth, keys in another order, other spacing. */
function foreign(): string {
  const dossier = structuredClone(demoMills()[0]?.dossier) as unknown as Record<string, unknown>;
  const more = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((part) => more(part, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, more(part, depth + 1)] as const);
    return Object.fromEntries(entries.reverse());
  };
  const turned = more(dossier, 0) as Record<string, unknown>;
  const enterprise = turned['enterprise'] as Record<string, unknown>;
  const [first] = turned['diagnoses'] as Record<string, unknown>[];
  const [answer] = Object.values((first?.['answers'] ?? {}) as Record<string, Record<string, unknown>>);
  const strange = { 'a b': [1, 2.5, null, { deep: '字 \u2028 𠮷' }], 一: -0.1, __: true };
  Object.assign(turned, { 'x-vendor': strange });
  Object.assign(enterprise, { 'x-note': '别家程序写的' });
  if (first !== undefined) first['x-round'] = strange;
  if (answer !== undefined) answer['x-answer'] = [[]];
  return JSON.stringify(turned, null, 7);
}

describe.skipIf(missing !== null)('a dossier that goes in and out again', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost();
  });
  afterAll(() => host.close());

  const taken = async (page: Page, text: string) => {
    const file = { name: 'mill.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await importFiles(page, file);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^(导入|用文件替换本机档案)$/ }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const given = async (page: Page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).first().click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  it('comes out equal where another program wrote it, and byte for byte where this one did', async () => {
    const page = await host.open();
    const text = foreign();
    await taken(page, text);
    const first = await given(page);
    expect(JSON.parse(first)).toEqual(JSON.parse(text));
    expect(first).toContain('x-answer');
    const other = await startHost();
    const there = await other.open();
    await taken(there, first);
    expect(await given(there)).toBe(first);
    expect([...host.troubles, ...other.troubles]).toEqual([]);
    await other.close();
  });
});
