import { describe, expect, it } from 'vitest';
import { MachineLine } from '#assessments/schema/machines.ts';
import { PROCESSES_OF, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { registerGroups, type OpenRows } from '#renderer/features/enterprise/register/register-rows.ts';
import { registerSums } from '#renderer/features/enterprise/register/register-sums.ts';

const kinds = knownIds.machines;
const lineOf = (line: object) => MachineLine.parse(line);
const NOTHING_OPEN: OpenRows = { begun: [], added: [] };
const WOVEN = { subSectors: ['DYEING' as const], processes: ['woven-dyeing' as const] };

const keysOf = (...args: Parameters<typeof registerGroups>) =>
  registerGroups(...args).flatMap(({ rows }) => rows.map(({ key }) => key));

describe('the rows of the register', () => {
  it('begin with the kinds that fit the ticked sub-sectors and processes, main machines first', () => {
    const groups = registerGroups([], NOTHING_OPEN, WOVEN, kinds);
    expect(groups.map(({ id }) => id)).toEqual(['DYEING', 'auxiliary']);
    const keys = keysOf([], NOTHING_OPEN, WOVEN, kinds);
    expect(keys).toEqual(expect.arrayContaining(['stenter 1', 'jet-dyeing 1', 'compressor 1', 'other-production 1']));
    expect(keys).not.toContain('rotary-printing 1');
    expect(keys).not.toContain('ring-frame 1');
  });

  it('offer something of its own to every sub-sector, with or without a process ticked', () => {
    for (const sector of SUB_SECTORS)
      for (const processes of [[], PROCESSES_OF[sector].slice(0, 1)]) {
        const [main] = registerGroups([], NOTHING_OPEN, { subSectors: [sector], processes: [...processes] }, kinds);
        expect(main?.id).toBe(sector);
        expect(main?.rows.length, sector).toBeGreaterThan(3);
      }
  });

  it('hold every line of the record, those of one kind together, and of a foreign kind too', () => {
    const lines = [
      lineOf({ kind: 'stenter', count: 3, since: 2012 }),
      lineOf({ kind: 'ring-frame', count: 40 }),
      lineOf({ kind: 'teleporter', count: 1 }),
      lineOf({ kind: 'stenter', count: 3, since: 2019 }),
    ];
    const groups = registerGroups(lines, NOTHING_OPEN, WOVEN, kinds);
    expect(groups.map(({ id }) => id)).toEqual(['DYEING', 'SPINNING', 'auxiliary', 'unknown']);
    const stored = groups.flatMap(({ rows }) => rows.filter(({ at }) => at !== null));
    expect(stored.map(({ key, at }) => [key, at])).toEqual([
      ['stenter 1', 0],
      ['stenter 2', 3],
      ['ring-frame 1', 1],
      ['teleporter 1', 2],
    ]);
  });

  it('keep the key of a row when its line comes to be stored', () => {
    const lines = [lineOf({ kind: 'stenter', count: 3 })];
    const begun = { begun: [{ kind: 'stenter', digital: 1 }], added: [] };
    const stored = [...lines, lineOf({ kind: 'stenter', count: 2, digital: 1 })];
    expect(keysOf(lines, begun, WOVEN, kinds)).toEqual(keysOf(stored, NOTHING_OPEN, WOVEN, kinds));
  });

  it('have a kind that was looked up', () => {
    expect(keysOf([], { begun: [], added: ['ring-frame'] }, WOVEN, kinds)).toContain('ring-frame 1');
  });
});

describe('what the register comes to', () => {
  const lines = [
    lineOf({ kind: 'stenter', count: 6, digital: 6, networked: 4, onCloud: 2 }),
    lineOf({ kind: 'jet-dyeing', count: 10, digital: 9 }),
    lineOf({ kind: 'boiler', count: 1 }),
    lineOf({ kind: 'pump', count: 30 }),
  ];

  it('is the sum over production and main machines, unknown where a line is silent', () => {
    expect(registerSums(lines, kinds)).toEqual([
      { fact: 'equipment.production', sum: 16, silent: 0 },
      { fact: 'equipment.digital', sum: 15, silent: 0 },
      { fact: 'equipment.networked', sum: null, silent: 1 },
      { fact: 'equipment.on-cloud', sum: null, silent: 1 },
      { fact: 'equipment.main', sum: 17, silent: 0 },
    ]);
  });

  it('is nothing where no machine produces', () => {
    expect(registerSums(lines.slice(2), kinds)).toEqual([]);
  });
});
