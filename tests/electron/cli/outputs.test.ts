import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '#electron/cli/main.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { systemMissing } from '#tests/support/systems.ts';
import { withUmask } from '#tests/support/umask.ts';

const QUICK = ['--formats', 'json', '--as-of', '2026-11-24', '--lang', 'en'];

function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

async function run(folder: string, ...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const exit = await main(args, {
    folder,
    stdout: { write: (line: string) => (printed.stdout += line) },
    stderr: { write: (line: string) => (printed.stderr += line) },
    worker: null,
    today: () => new Date(),
  });
  return { ...printed, exit };
}

/** Every file of a folder with its bytes. */
function everythingIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(path, 'latin1')]));
}

const mill = dossierJson({ id: 'mill-a' });

describe('an output never takes the place of what was read', () => {
  it.each<[string, Record<string, unknown>, string[], (folder: string) => void]>([
    ['a dossier called as the result', { 'result.json': mill }, ['result.json', '--out', '.'], () => undefined],
    [
      'the same by another spelling',
      { 'a/result.json': mill },
      ['a/../a/result.json', '--out', 'a/.'],
      () => undefined,
    ],
    [
      'a dossier called as the roll-up',
      { 'm/drive.json': mill, 'm/b.json': dossierJson() },
      ['m', '--out', 'm'],
      () => undefined,
    ],
    [
      'a dossier in the place of the result of another',
      { 'b.json': mill, 'all/mill-a/result.json': dossierJson() },
      ['b.json', 'all/mill-a/result.json', '--out', 'all'],
      () => undefined,
    ],
    ['a dossier that was refused', { 'm/drive.json': '{', 'm/b.json': mill }, ['m', '--out', 'm'], () => undefined],
    [
      'a second name of the dossier',
      { 'mill.json': mill },
      ['mill.json', '--out', 'o'],
      (folder) => {
        mkdirSync(join(folder, 'o'));
        linkSync(join(folder, 'mill.json'), join(folder, 'o', 'result.json'));
      },
    ],
    [
      'a folder reached by a link',
      { 'm/result.json': mill },
      ['m/result.json', '--out', 'l'],
      (folder) => symlinkSync('m', join(folder, 'l')),
    ],
  ])('%s', async (_, files, args, prepare) => {
    const folder = folderWith(files);
    prepare(folder);
    const before = everythingIn(folder);
    const { exit, stdout, stderr } = await run(folder, ...args, ...QUICK);
    expect(stderr).toMatch(/^cli: overwrites-input: \/.*--out$/m);
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(everythingIn(folder)).toEqual(before);
  });
});

describe('an output never takes the place of what others wrote', () => {
  const lines: [string, string, string | Buffer][] = [
    ['text of that name', 'result.json', 'notes'],
    ['JSON of another kind', 'result.json', '{\n  "format": "other",\n'],
    ['nothing', 'workbook.xlsx', ''],
    ['a document that was edited', 'workbook.xlsx', 'PK\u0003\u0004 edited'],
  ];
  it.each(lines)('%s', async (_, name, content) => {
    const folder = folderWith({ 'mill.json': mill });
    mkdirSync(join(folder, 'o'));
    writeFileSync(join(folder, 'o', name), content);
    const before = everythingIn(folder);
    const { exit, stderr } = await run(folder, 'mill.json', '--out', 'o', ...QUICK, '--formats', 'json,xlsx');
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^cli: not-ours: .*--out$/)]);
    expect(exit).toBe(4);
    expect(everythingIn(folder)).toEqual(before);
  });

  it('names every place at once, a folder and a link among them, and writes through none', async () => {
    const folder = folderWith({ 'm/a.json': mill, 'm/b.json': dossierJson({ id: 'mill-b' }), 'keep.txt': 'mine' });
    mkdirSync(join(folder, 'all', 'mill-a', 'result.json'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'all', 'mill-b'));
    symlinkSync(join(folder, 'keep.txt'), join(folder, 'all', 'drive.json'));
    const { exit, stderr } = await run(folder, 'm', '--out', 'all', ...QUICK);
    expect(stderr.match(/^cli: [a-z-]+: .*?(?= was| is)/gm)).toEqual([
      `cli: not-a-folder: ${join(folder, 'all', 'mill-b')}`,
      `cli: not-ours: ${join(folder, 'all', 'mill-a', 'result.json')}`,
      `cli: not-ours: ${join(folder, 'all', 'drive.json')}`,
    ]);
    expect(exit).toBe(4);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    expect(readFileSync(join(folder, 'keep.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'all', 'drive.xlsx'))).toBe(false);
  });

  it('takes a link for nothing of its own, though it leads to its own result', async () => {
    const folder = folderWith({ 'mill.json': mill });
    await run(folder, 'mill.json', '--out', 'elsewhere', ...QUICK);
    mkdirSync(join(folder, 'o'));
    symlinkSync(join(folder, 'elsewhere', 'result.json'), join(folder, 'o', 'result.json'));
    const { exit, stderr } = await run(folder, 'mill.json', '--out', 'o', ...QUICK);
    expect(stderr).toMatch(/^cli: not-ours: /);
    expect(exit).toBe(4);
  });

  it('knows a document again, and no longer once a byte of it is another', async () => {
    const folder = folderWith({ 'mill.json': mill });
    const args = ['mill.json', '--out', 'o', ...QUICK, '--formats', 'brief,pdf,docx,xlsx'];
    expect(await run(folder, ...args)).toMatchObject({ exit: 0, stderr: '' });
    const before = everythingIn(folder);
    expect(await run(folder, ...args)).toMatchObject({ exit: 0, stderr: '' });
    expect(everythingIn(folder)).toEqual(before);
    for (const name of ['report.docx', 'workbook.xlsx']) {
      const bytes = readFileSync(join(folder, 'o', name));
      const end = bytes.lastIndexOf('PK\u0005\u0006');
      expect(bytes.readUInt16LE(end + 20), 'the archive ends where it says').toBe(bytes.length - end - 22);
    }
    for (const name of ['brief.pdf', 'report.pdf', 'annexes.pdf', 'report.docx', 'workbook.xlsx']) {
      const bytes = readFileSync(join(folder, 'o', name));
      bytes.writeUInt8((bytes[1000] ?? 0) ^ 1, 1000);
      writeFileSync(join(folder, 'o', name), bytes);
    }
    const { exit, stderr } = await run(folder, ...args);
    expect(exit).toBe(4);
    expect(stderr.match(/not-ours/g)).toHaveLength(5);
  });
});

describe('a batch in the folder of its dossiers', () => {
  it('passes over its own results, says so, and writes the same bytes again', async () => {
    const folder = folderWith({ 'm/a.json': mill, 'm/b.json': dossierJson({ id: 'mill-b', name: '乙厂' }) });
    expect(await run(folder, 'm', '--out', 'm', ...QUICK)).toMatchObject({ exit: 0, stderr: '' });
    const before = everythingIn(folder);
    const again = await run(folder, 'm', '--out', 'm', ...QUICK);
    expect(again.exit).toBe(0);
    expect(again.stderr).toMatch(/^cli: passed-over: m\/drive\.json is a result/);
    expect(everythingIn(folder)).toEqual(before);
  });

  it('is refused where it holds nothing but results', async () => {
    const folder = folderWith({ 'm/drive.json': '{"format":"zhizhen-drive"}' });
    const { exit, stderr } = await run(folder, 'm', '--out', 'o', ...QUICK);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^m#: no-dossier: /m);
  });

  it('does the first of two dossiers of one id and refuses the other', async () => {
    const folder = folderWith({ 'a.json': mill, 'b.json': dossierJson({ id: 'mill-a', name: '乙厂' }) });
    const { exit, stderr, stdout } = await run(folder, 'a.json', 'b.json', '--out', 'o', ...QUICK);
    expect(exit).toBe(3);
    expect(stderr).toMatch(/^b\.json#\/id: duplicate-id: [^\n]*\n$/);
    expect(stdout).not.toContain('乙厂');
  });

  it('says of two dossiers that they may be of one mill, and does both', async () => {
    const one = dossierJson({ id: 'mill-a', name: '滨州（华）印染有限公司' });
    const other = dossierJson({ id: 'mill-b', name: '滨州(华)印染有限公司' });
    const folder = folderWith({ 'a.json': one, 'b.json': dossierJson({ id: 'mill-c' }), 'c.json': other });
    const { exit, stderr } = await run(folder, 'a.json', 'b.json', 'c.json', '--out', 'o', ...QUICK);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^cli: same-mill: a\.json and c\.json [^\n]*\n$/);
    expect(readdirSync(join(folder, 'o')).sort()).toEqual(['drive.json', 'drive.xlsx', 'mill-a', 'mill-b', 'mill-c']);
  });
});

describe('what an input says on the terminal', () => {
  it('is one line, inert and short, wherever it stands', async () => {
    const tricky = 'A\u001b[31m\u202e厂\u2066\u200f\u0085\u2028\u{e0041}\ud800';
    const inert = 'A\\u001b[31m\\u202e厂\\u2066\\u200f\\u0085\\u2028\\u{e0041}\\ud800';
    const [diagnosis] = dossierJson()['diagnoses'] as object[];
    const named = {
      ...dossierJson({ name: tricky }),
      diagnoses: [{ ...diagnosis, id: `${tricky}${'x'.repeat(1500)}` }],
    };
    const folder = folderWith({
      'mill.json': named,
      'bad.json': dossierJson({ facts: { [`${tricky}${'y'.repeat(1500)}`]: 1 } }),
    });
    writeFileSync(join(folder, 'a\u202eb.json'), '{');
    const { stdout, stderr } = await run(folder, 'mill.json', 'bad.json', 'a\u202eb.json', '--out', 'o', ...QUICK);
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^${inert.replaceAll(/[\\[{}]/g, '\\$&')} \\(mill-under-test/`));
    expect(stderr).toContain(inert);
    expect(stderr).toMatch(/^a\\u202eb\.json#: not-json: /m);
    expect(`${stdout}${stderr}`).not.toMatch(/[\p{Cf}\p{Cs}\u0085\u2028\u001b]/u);
    expect(Math.max(...`${stdout}\n${stderr}`.split('\n').map((line) => line.length))).toBeLessThan(500);
    const usage = await run(folder, 'mill.json', '--lang', `\u001b[31m\u202e${'z'.repeat(900)}`);
    expect(usage.stderr).toMatch(/^cli: usage: [^\u001b\u202e]{1,300}\n$/);
  });
});

describe.skipIf(systemMissing('posix') !== null)('outputs', () => {
  it.each([0o022, 0o027])('are open to whom the umask %o of the user opens them, to be handed on', async (umask) => {
    const folder = folderWith({ 'm/a.json': mill });
    await withUmask(umask, () => run(folder, 'm', '--out', 'all', ...QUICK));
    const modes = ['all', 'all/mill-a', 'all/mill-a/result.json', 'all/drive.json'].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o777, 0o777, 0o666, 0o666].map((mode) => mode & ~umask));
  });
});
