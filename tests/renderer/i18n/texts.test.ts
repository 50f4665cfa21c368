import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '#renderer/i18n/texts.ts';

const RENDERER = join(import.meta.dirname, '../../../renderer');
const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(RENDERER, file), 'utf8');

describe('texts of the window', () => {
  const ids = files
    .filter((file) => file.endsWith('texts.json') && !file.startsWith('documents'))
    .flatMap((file) => Object.keys(JSON.parse(read(file)) as object));

  it('gathers those of every room, each id from one file', () => {
    expect(ids.length).toBeGreaterThan(600);
    expect([...new Set(ids)].sort()).toEqual(Object.keys(texts).sort());
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has none that nobody says', () => {
    const source = files
      .filter((file) => /\.tsx?$/.test(file))
      .map(read)
      .join('\n');
    const begun = [...source.matchAll(/`([a-z][a-z-]*-)\$\{|`\$\{[^}]*\}(-[a-z-]+)`/g)];
    const isSaid = (id: string) =>
      source.includes(`'${id}'`) ||
      source.includes(`"${id}"`) ||
      begun.some(([, start, end]) => (start !== undefined ? id.startsWith(start) : id.endsWith(end ?? '\n')));
    expect(ids.filter((id) => !isSaid(id))).toEqual([]);
  });
});
