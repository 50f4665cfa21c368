import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '#electron/cli/main.ts';
import { runCli, temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

type Json = Record<string, unknown>;

/** In this process, as there are many; files, folders and command lines below are given to a process of its own. */
async function diagnoseText(text: string | Uint8Array, args: readonly string[] = []) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mill.json'), text);
  const printed = { stdout: '', stderr: '' };
  const exit = await main(['mill.json', '--out', 'result', '--formats', 'json', '--as-of', '2026-11-24', ...args], {
    folder,
    stdout: { write: (line: string) => (printed.stdout += line) },
    stderr: { write: (line: string) => (printed.stderr += line) },
    worker: null,
    today: () => new Date(),
  });
  return { ...printed, exit, written: existsSync(join(folder, 'result')) };
}

/** The dossier of a mill with one place changed. */
function changed(
  change: (
    dossier: Json & {
      enterprise: Json;
      facts: Record<string, Json>;
      diagnoses: (Json & { answers: Json; packs: Json })[];
    },
  ) => void,
): string {
  const dossier = structuredClone(dossierJson()) as Parameters<typeof change>[0];
  change(dossier);
  return JSON.stringify(dossier);
}

const refusals: readonly (readonly [what: string, text: string | Uint8Array, line: string])[] = [
  ['text that is not JSON', '{"format": ', 'mill.json#: not-json: '],
  ['bytes that are not UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), 'mill.json#: not-utf8: '],
  ['a hand-over package', 'ZHIZHEN\n\0\0', 'mill.json#: is-package: '],
  ['an empty file', '', 'mill.json#: not-json: '],
  ['a number', '42', 'mill.json#: wrong-format: '],
  ['another format', '{"format":"other"}', 'mill.json#/format: wrong-format: '],
  ['a newer version', changed((d) => void (d['version'] = 2)), 'mill.json#/version: too-new: '],
  ['a version that is text', changed((d) => void (d['version'] = '1')), 'mill.json#/version: wrong-version: '],
  ['100,000 nested brackets', '['.repeat(100_000), 'mill.json#: too-deep: '],
  ['an id that climbs out', changed((d) => void (d['id'] = '../../x')), 'mill.json#/id: bad-id: '],
  [
    '__proto__ as a question',
    JSON.stringify(dossierJson()).replace('"answers":{}', '"answers":{"__proto__":{"self":{"rung":1}}}'),
    'mill.json#/diagnoses/0/answers/__proto__: forbidden-name: ',
  ],
  ['a missing name', changed((d) => void delete d.enterprise['name']), 'mill.json#/enterprise/name: missing: '],
  [
    'a name of nothing but blanks',
    changed((d) => void (d.enterprise['name'] = ' \u3000')),
    'mill.json#/enterprise/name: empty: ',
  ],
  ['a name that is a number', changed((d) => void (d.enterprise['name'] = 7)), 'mill.json#/enterprise/name: '],
  [
    'an unknown fact',
    changed((d) => void (d.facts['2025'] = { 'water.intake.sea': 1 })),
    'mill.json#/facts/2025/water.intake.sea: unknown-fact: ',
  ],
  [
    'a negative fact',
    changed((d) => void (d.facts['2025'] = { 'water.intake.town': -1 })),
    'mill.json#/facts/2025/water.intake.town: negative: ',
  ],
  [
    'a fact beyond 1e12',
    changed((d) => void (d.facts['2025'] = { 'water.intake.town': 1.1e12 })),
    'mill.json#/facts/2025/water.intake.town: out-of-range: ',
  ],
  [
    'an infinite fact',
    changed((d) => void (d.facts['2025'] = { 'water.intake.town': 77 })).replace('77', '1e999'),
    'mill.json#/facts/2025/water.intake.town: out-of-range: ',
  ],
  [
    'an unknown kind of machine',
    changed((d) => void (d.facts['2025'] = { machines: [{ kind: 'time-machine', count: 1 }] })),
    'mill.json#/facts/2025/machines/0/kind: unknown-machine: ',
  ],
  [
    'more machines with a feature than there are',
    changed(
      (d) => void (d.facts['2025'] = { machines: [{ kind: 'stenter', count: 6, with: { 'heat-recovery': 7 } }] }),
    ),
    'mill.json#/facts/2025/machines/0/with/heat-recovery: out-of-range: ',
  ],
  [
    'an unknown sub-sector',
    changed((d) => void (d.enterprise['subSectors'] = ['MINING'])),
    'mill.json#/enterprise/subSectors/0: unknown-sub-sector: ',
  ],
  [
    'an unknown process',
    changed((d) => void (d.enterprise['processes'] = ['smelting'])),
    'mill.json#/enterprise/processes/0: unknown-process: ',
  ],
  [
    'an unknown city',
    changed((d) => void (d.enterprise['region'] = { city: '上海市' })),
    'mill.json#/enterprise/region/city: unknown-city: ',
  ],
  [
    'a wrong credit code',
    changed((d) => void (d.enterprise['uscc'] = '91370000MA3C00000X')),
    'mill.json#/enterprise/uscc: bad-credit-code: ',
  ],
  [
    'a date that no calendar has',
    changed((d) => void Object.assign(d.diagnoses[0] ?? {}, { openedOn: '2026-02-30' })),
    'mill.json#/diagnoses/0/openedOn: bad-date: ',
  ],
  [
    'an unknown pack',
    changed((d) => void Object.assign(d.diagnoses[0]?.packs ?? {}, { moon: '1.0.0' })),
    'mill.json#/diagnoses/0/packs/moon: unknown-pack: ',
  ],
  [
    'a pack named like a method',
    changed((d) => void Object.assign(d.diagnoses[0]?.packs ?? {}, { toString: '1.0.0' })),
    'mill.json#/diagnoses/0/packs/toString: unknown-pack: ',
  ],
  [
    'an unknown pack version',
    changed((d) => void Object.assign(d.diagnoses[0]?.packs ?? {}, { 'cloud-adoption': '9.0.0' })),
    'mill.json#/diagnoses/0/packs/cloud-adoption: unknown-pack-version: ',
  ],
  [
    'the reference pack alone',
    changed((d) => void Object.assign(d.diagnoses[0] ?? {}, { packs: { 'sme-digital-level': '1.0.0' } })),
    'mill.json#/diagnoses/0/packs/sme-digital-level: pack-needs-im: ',
  ],
  [
    'an unknown question',
    answered('IM-XXX-01', { self: { rung: 1 } }),
    'mill.json#/diagnoses/0/answers/IM-XXX-01: unknown-question: ',
  ],
  [
    'a rung out of range',
    answered('IM-ORG-01', { self: { rung: 5.5 } }),
    'mill.json#/diagnoses/0/answers/IM-ORG-01/self/rung: out-of-range: ',
  ],
  [
    'a third of a rung',
    answered('IM-ORG-01', { self: { rung: 2.3 } }),
    'mill.json#/diagnoses/0/answers/IM-ORG-01/self/rung: ',
  ],
  ['half an option', answered('W-M04', { self: { rung: 1.5 } }), 'mill.json#/diagnoses/0/answers/W-M04/self/rung: '],
  [
    'a percentage above 100',
    answered('IM-EQP-01', { self: { value: 101 } }),
    'mill.json#/diagnoses/0/answers/IM-EQP-01/self/value: out-of-range: ',
  ],
  [
    'na where it is not allowed',
    answered('G-G01', { self: { na: 'no reason' } }),
    'mill.json#/diagnoses/0/answers/G-G01/self/na: na-not-allowed: ',
  ],
  [
    'a gate answer on a ladder',
    answered('IM-ORG-01', { self: { gate: 'yes' } }),
    'mill.json#/diagnoses/0/answers/IM-ORG-01/self/gate: wrong-kind: ',
  ],
  [
    'an unknown choice',
    answered('G-Q12', { self: { choices: ['teleport'] } }),
    'mill.json#/diagnoses/0/answers/G-Q12/self/choices',
  ],
  [
    'two kinds at once',
    answered('IM-ORG-01', { self: { rung: 1, na: 'both' } }),
    'mill.json#/diagnoses/0/answers/IM-ORG-01/self: not-one-kind: ',
  ],
  [
    'an answer that holds nothing',
    answered('IM-ORG-01', {}),
    'mill.json#/diagnoses/0/answers/IM-ORG-01: empty-answer: ',
  ],
  [
    'two diagnoses of one id',
    changed((d) => void d.diagnoses.push({ ...d.diagnoses[0], answers: {} } as (typeof d.diagnoses)[number])),
    'mill.json#/diagnoses/1/id: duplicate-diagnosis: ',
  ],
  ['a dossier without a diagnosis', changed((d) => void (d.diagnoses = [])), 'mill.json#/diagnoses: no-diagnosis: '],
];

function answered(id: string, answer: Json): string {
  return changed((d) => void Object.assign(d.diagnoses[0]?.answers ?? {}, { [id]: answer }));
}

describe('input that is refused', () => {
  it.each(refusals)('%s', async (_what, text, line) => {
    const run = await diagnoseText(text);
    expect(
      run.stderr.split('\n').some((printed) => printed.startsWith(line)),
      run.stderr,
    ).toBe(true);
    expect(run).toMatchObject({ exit: 2, stdout: '', written: false });
  });

  it('names every problem at once, in the language asked for', async () => {
    const text = changed((d) => void (d.facts['2025'] = { 'water.intake.town': -1, 'land.area': 'big' }));
    const { stderr } = await diagnoseText(text, ['--lang', 'en']);
    const lines = stderr.trim().split('\n');
    expect(lines).toContain('mill.json#/facts/2025/water.intake.town: negative: must not be negative');
    expect(lines.some((line) => line.startsWith('mill.json#/facts/2025/land.area: wrong-type: '))).toBe(true);
  });

  it('cannot be made to print a line of its own', async () => {
    const run = await diagnoseText(changed((d) => void (d.facts['2025'] = { 'x\nforged: ok': 1 })));
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('files and folders that are refused', () => {
  it('a file over the limit, before it is read', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'big.json'), '');
    truncateSync(join(folder, 'big.json'), 20 * 1024 * 1024 + 1);
    const run = runCli(['big.json', '--formats', 'json'], folder);
    expect(run.stderr).toMatch(/^big\.json#: too-large: /);
    expect(run.exit).toBe(2);
  });

  it('a file that is not there and a folder without dossiers', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty'));
    expect(runCli(['none.json'], folder)).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/^none\.json#: not-found: /) as string,
    });
    expect(runCli(['empty'], folder)).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/^empty#: no-dossier: /) as string,
    });
  });
});

describe('command lines that are refused before any dossier is read', () => {
  const folder = () => {
    const made = temporaryFolder();
    writeFileSync(join(made, 'mill.json'), 'not even JSON');
    return made;
  };
  it.each([
    [['mill.json', '--wings'], 'cli: usage: '],
    [['mill.json', '--formats', 'gif'], 'cli: usage: '],
    [['mill.json', '--lang', 'fr'], 'cli: usage: '],
    [['mill.json', '--as-of', '2026-02-30'], 'cli: usage: '],
    [['mill.json', '--budget', 'much'], 'cli: usage: '],
    [[], 'cli: usage: '],
    [['mill.json', '--formats', 'docx,doc'], 'cli: usage: '],
  ])('%j', (args, line) => {
    const run = runCli(args, folder());
    expect(run.stderr.startsWith(line), run.stderr).toBe(true);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
  });
});
