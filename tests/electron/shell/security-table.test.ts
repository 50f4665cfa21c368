import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { securityTable } from '#tests/soak/security-table.mjs';
import { PROJECT } from '#tests/support/cli.ts';

const rows = securityTable(PROJECT);
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');

describe('the table of docs/security.md', () => {
  it('has every item of the checklist', () => {
    const items = new Set(rows.map(({ item }) => item));
    for (let item = 1; item <= 20; item += 1) expect(items, `item ${item}`).toContain(String(item));
  });

  it('names lines that stand once in their file', () => {
    for (const { line } of rows) {
      if (line === null) continue;
      const standing = read(line.file)
        .split('\n')
        .filter((text) => text.trim() === line.text);
      expect(standing, `${line.file}: ${line.text}`).toHaveLength(1);
    }
  });

  it('names tests that exist', () => {
    for (const { test } of rows) {
      if (test === null) continue;
      expect(read(test.file)).toContain(test.name);
    }
  });

  it('counts what it proves and what only a real Electron can show', () => {
    const counts = ['●', '○'].map((mark) => rows.filter((row) => row.mark === mark).length);
    const [, ...said] = /\((\d+)\)[^]*?\((\d+)\)/.exec(read('docs/security.md')) ?? [];
    expect(said.map(Number)).toEqual(counts);
  });

  it('names a line in every row, and a test in every row that is proved here', () => {
    for (const { mark, item, line, test } of rows) {
      expect(line, `item ${item}`).not.toBeNull();
      if (mark === '●') expect(test, `item ${item}`).not.toBeNull();
    }
  });
});
