import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_PROBLEMS } from '#assessments/schema/problem.ts';
import { DOSSIER_LIMIT_BYTES } from '#assessments/schema/read-dossier.ts';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const MANY = process.env['ZHIZHEN_SOAK'] === '1';
const { facts: _facts, diagnoses: _diagnoses, ...head } = dossierJson({ id: 'mill-big' });
const HEAD = JSON.stringify(head).slice(0, -1);
const HASH = 'x'.repeat(64);

/** What a list of a dossier is filled with until the file is as large as any that is read. */
const units: Readonly<Record<string, readonly [start: string, unit: (i: number) => string, end: string]>> = {
  'empty objects': [',"evidence":[', () => '{}', ']}'],
  'bad evidence, as much as is parsed': [',"evidence":[', () => `{"sha256":"${HASH}","n":"${HASH.repeat(3)}"}`, ']}'],
  'one name again and again': [',"visits":[{', () => `"${HASH}":"${HASH.repeat(2)}"`, '}]}'],
  numbers: [',"evidence":[', () => '1', ']}'],
  texts: [',"visits":[', () => '""', ']}'],
  'lists in lists': [',"visits":[', () => '[[[[[[[[[]]]]]]]]]', ']}'],
  'many names': [',"z":{', (i) => `"k${i}":1`, '}}'],
  'bad diagnoses': [',"diagnoses":[', (i) => `{"id":${i},"answers":{"${HASH}":{"self":{}}}}`, ']}'],
  'unknown facts': [',"facts":{', (i) => `"${1900 + i}":{"${HASH}":-1}`, '}}'],
};

function oversized([start, unit, end]: readonly [string, (i: number) => string, string]): string {
  const parts: string[] = [];
  let length = HEAD.length + start.length + end.length;
  for (let i = 0; ; i += 1) {
    const part = unit(i);
    if (length + part.length + 1 > DOSSIER_LIMIT_BYTES) break;
    length += part.length + 1;
    parts.push(part);
  }
  return HEAD + start + parts.join(',') + end;
}

/** The real command line in a process of its own, and the most memory that it took, in kilobytes. */
function measured(folder: string, args: readonly string[]) {
  const watch = `data:text/javascript,process.on("exit",()=>process.stderr.write("took "+process.resourceUsage().maxRSS))`;
  const launch = join(PROJECT, 'electron', 'cli', 'launch.mjs');
  const run = spawnSync(process.execPath, ['--import', watch, launch, ...args], { cwd: folder, encoding: 'utf8' });
  const [said = '', took = ''] = run.stderr.split('took ');
  return { exit: run.status, lines: said.trim().split('\n'), kilobytes: Number(took) };
}

describe('a file of 20 MB that is no dossier', () => {
  const kinds = Object.entries(units).slice(0, MANY ? undefined : 2);
  it.each(kinds)(
    'is refused within ten times its size, and the mill after it is done: %s',
    (_, unit) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'mills'));
      writeFileSync(join(folder, 'mills', 'big.json'), oversized(unit));
      writeFileSync(join(folder, 'mills', 'last.json'), JSON.stringify(dossierJson({ id: 'mill-last' })));
      const { exit, lines, kilobytes } = measured(folder, ['mills', '--out', 'all', '--formats', 'json']);
      expect(exit).toBe(3);
      expect(lines.every((line) => line.startsWith('mills/big.json#'))).toBe(true);
      expect(lines.length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
      expect(existsSync(join(folder, 'all', 'mill-last', 'result.json'))).toBe(true);
      expect(kilobytes).toBeLessThan((10 * DOSSIER_LIMIT_BYTES) / 1024);
    },
    120_000,
  );
});
