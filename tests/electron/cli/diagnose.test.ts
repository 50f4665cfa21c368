import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Result } from '#assessments/schema/result.ts';
import { PROJECT, runCli, temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const QUICK = ['--formats', 'json', '--as-of', '2026-11-24'];

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

/** The same value with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('one dossier', () => {
  it('gives a result of the declared shape, keys in their order, and prints a table', () => {
    const folder = temporaryFolder();
    write(folder, 'mill.json', dossierJson());
    const run = runCli(['mill.json', '--out', 'result', ...QUICK], folder);
    expect(run.stderr).toBe('');
    expect(run.exit).toBe(0);
    const result = Result.parse(JSON.parse(readFileSync(join(folder, 'result', 'result.json'), 'utf8')));
    expect(Object.keys(result)).toEqual([
      'format',
      'version',
      'method',
      'asOf',
      'inputHash',
      'diagnosis',
      'enterprise',
      'packs',
      'indicators',
      'indicative',
      'warnings',
      'plan',
    ]);
    expect(Object.keys(result.packs)).toEqual(Object.keys(result.packs).sort());
    expect(result.asOf).toBe('2026-11-24');
    for (const text of ['智能制造', '企业上云', '水效', '绿色工厂', '先看的三项差距', 'result.json'])
      expect(run.stdout).toContain(text);
    expect(existsSync(join(folder, 'result', 'report.pdf'))).toBe(false);
  });

  it('goes to out/<id> unless told otherwise, and speaks English on request', () => {
    const folder = temporaryFolder();
    write(folder, 'mill.json', dossierJson({ id: 'mill-7' }));
    const run = runCli(['mill.json', '--lang', 'en', ...QUICK], folder);
    expect(existsSync(join(folder, 'out', 'mill-7', 'result.json'))).toBe(true);
    expect(run.stdout).toContain('Three gaps to look at first');
    expect(run.stdout.replace('示例纺织厂', '')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('gives the same bytes twice, whatever the order of keys', () => {
    const folder = temporaryFolder();
    const answers = { 'W-M04': { self: { rung: 2 }, note: '按月' }, 'IM-ORG-01': { note: '一', self: { rung: 3 } } };
    const dossier = dossierJson({ facts: { 'water.intake.town': 5, 'energy.electricity': 7 }, answers });
    write(folder, 'a.json', dossier);
    write(folder, 'b.json', reversed(dossier));
    runCli(['a.json', '--out', 'a', ...QUICK], folder);
    runCli(['b.json', '--out', 'b', ...QUICK], folder);
    expect(readFileSync(join(folder, 'a', 'result.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'b', 'result.json'), 'utf8'),
    );
  });

  it('gives the report for Word and the workbook on request, the same bytes twice', () => {
    const folder = temporaryFolder();
    write(folder, 'mill.json', dossierJson({ answers: { 'IM-ORG-01': { self: { rung: 3 }, note: '按月' } } }));
    const args = ['mill.json', '--formats', 'docx,xlsx', '--as-of', '2026-11-24', '--out'];
    expect(runCli([...args, 'one'], folder)).toMatchObject({ exit: 0, stderr: '' });
    runCli([...args, 'two'], folder);
    expect(readdirSync(join(folder, 'one')).sort()).toEqual(['report.docx', 'workbook.xlsx']);
    for (const name of ['report.docx', 'workbook.xlsx'])
      expect(readFileSync(join(folder, 'one', name)).equals(readFileSync(join(folder, 'two', name))), name).toBe(true);
  });

  it('reads a file with a byte-order mark', () => {
    const folder = temporaryFolder();
    write(folder, 'mill.json', `\uFEFF${JSON.stringify(dossierJson())}`);
    expect(runCli(['mill.json', ...QUICK], folder).exit).toBe(0);
  });

  it('answers 4 where the output cannot be written', () => {
    const folder = temporaryFolder();
    write(folder, 'mill.json', dossierJson());
    write(folder, 'taken', 'a file, not a folder');
    const run = runCli(['mill.json', '--out', 'taken', ...QUICK], folder);
    expect(run.stderr).toMatch(/^cli: not-a-folder: /);
    expect(run.exit).toBe(4);
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file, not a folder');
  });
});

describe('a batch', () => {
  function batch() {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'mills'));
    write(folder, 'mills/b.json', dossierJson({ id: 'mill-b', name: '示例乙厂' }));
    write(folder, 'mills/a.json', dossierJson({ id: 'mill-a', name: '示例甲厂' }));
    write(folder, 'mills/note.txt', 'no dossier');
    return folder;
  }

  it('gives each dossier a folder and rolls them up by id', () => {
    const folder = batch();
    const run = runCli(['mills', '--out', 'all', ...QUICK], folder);
    expect(run.exit).toBe(0);
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['drive.json', 'drive.xlsx', 'mill-a', 'mill-b']);
    const drive = JSON.parse(readFileSync(join(folder, 'all', 'drive.json'), 'utf8')) as {
      enterprises: { id: string }[];
    };
    expect(drive.enterprises.map((entry) => entry.id)).toEqual(['mill-a', 'mill-b']);
    const workbook = unzipSync(readFileSync(join(folder, 'all', 'drive.xlsx')));
    expect(new TextDecoder().decode(workbook['xl/worksheets/sheet1.xml'])).toContain('示例甲厂');
  });

  it('does the good ones, lists the bad ones, refuses an id that came before', () => {
    const folder = batch();
    write(folder, 'mills/c.json', '{');
    write(folder, 'mills/d.json', dossierJson({ id: 'mill-a' }));
    const run = runCli(['mills', '--out', 'all', ...QUICK], folder);
    expect(run.exit).toBe(3);
    expect(run.stderr).toMatch(/mills\/c\.json#: not-json: /);
    expect(run.stderr).toMatch(/mills\/d\.json#\/id: duplicate-id: /);
    expect(existsSync(join(folder, 'all', 'mill-b', 'result.json'))).toBe(true);
  });

  it('answers 2 and writes nothing where all are bad', () => {
    const folder = temporaryFolder();
    write(folder, 'a.json', '{');
    write(folder, 'b.json', '[]');
    expect(runCli(['a.json', 'b.json', '--out', 'all', ...QUICK], folder).exit).toBe(2);
    expect(existsSync(join(folder, 'all'))).toBe(false);
  });

  it('gives the same workbook twice', () => {
    const folder = batch();
    runCli(['mills', '--out', 'one', ...QUICK], folder);
    runCli(['mills', '--out', 'two', ...QUICK], folder);
    expect(
      readFileSync(join(folder, 'one', 'drive.xlsx')).equals(readFileSync(join(folder, 'two', 'drive.xlsx'))),
    ).toBe(true);
  });
});

describe('the demo mills', () => {
  it('are diagnosed without a warning about their form', () => {
    const folder = temporaryFolder();
    const run = runCli([join(PROJECT, 'seeds', 'demo'), '--out', 'demo', ...QUICK], folder);
    expect(run.stderr).toBe('');
    expect(run.exit).toBe(0);
    expect(readdirSync(join(folder, 'demo')).sort()).toEqual([
      'demo-dyeing',
      'demo-garment',
      'demo-spinning',
      'drive.json',
      'drive.xlsx',
    ]);
  });
});
