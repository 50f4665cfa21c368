import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedPlan } from '#assessments/schema/plan.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { Result, type Result as ResultJson } from '#assessments/schema/result.ts';
import { PROJECT, runCli, temporaryFolder } from '#tests/support/cli.ts';
import { catalogue } from '#tests/support/plans.ts';

const DEMO = join(PROJECT, 'seeds', 'demo', 'demo-dyeing.json');
const demo = JSON.parse(readFileSync(DEMO, 'utf8')) as Record<string, unknown>;

/** A run on the demo mill with another plan in its dossier. */
function run(plan: unknown, ...args: string[]): { readonly bytes: string; readonly result: ResultJson } {
  const folder = temporaryFolder();
  const { plan: _kept, ...rest } = demo;
  writeFileSync(join(folder, 'mill.json'), JSON.stringify(plan === undefined ? rest : { ...rest, plan }));
  const { exit, stderr } = runCli(
    ['mill.json', '--out', 'out', '--formats', 'json', '--as-of', '2026-11-24', ...args],
    folder,
  );
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  const bytes = readFileSync(join(folder, 'out', 'result.json'), 'utf8');
  return { bytes, result: Result.parse(JSON.parse(bytes)) };
}

const costOf = ({ plan }: ResultJson) => (plan?.measures ?? []).reduce((sum, { costWan }) => sum + costWan.planned, 0);

describe('the plan on the command line', () => {
  it('keeps the budget, and the budget binds', () => {
    const free = run(undefined, '--budget', '100000').result;
    const tight = run(undefined, '--budget', '200').result;
    expect(tight.plan?.budgetWan).toBe(200);
    expect(costOf(tight)).toBeLessThanOrEqual(200 + 1e-9);
    expect(costOf(tight)).toBeGreaterThan(150);
    expect(costOf(free)).toBeGreaterThan(200);
    const nothing = run(undefined, '--budget', '0').result;
    expect(costOf(nothing)).toBe(0);
    expect(tight.plan?.gap).toBeGreaterThanOrEqual(0);
    expect(tight.plan?.proven).toBe(tight.plan?.gap === 0);
  });

  it('lists ids, phases, lifts and prerequisites that exist, each prerequisite no later', () => {
    const { plan, packs } = run(undefined, '--budget', '300').result;
    const phases = new Map(plan?.measures.map(({ id, phase }) => [id, phase]));
    expect(phases.size).toBeGreaterThan(5);
    for (const { id, phase, requires, costWan, lifts } of plan?.measures ?? []) {
      expect(catalogue.byId.has(id)).toBe(true);
      expect(lifts).toEqual([...lifts].sort());
      expect(costWan.low).toBeLessThanOrEqual(costWan.planned);
      expect(costWan.planned).toBeLessThanOrEqual(costWan.high);
      for (const needed of requires) expect(phases.get(needed), `${id} needs ${needed}`).toBeLessThanOrEqual(phase);
    }
    for (const [id, expected] of Object.entries(plan?.expected ?? {})) {
      const before = packs[id as keyof typeof packs];
      expect(expected.score ?? 0).toBeGreaterThanOrEqual(before?.score?.low ?? 0);
      expect(expected.level ?? 0).toBeGreaterThanOrEqual(before?.level ?? 0);
    }
  });

  it('closes every gap that a measure on offer closes when money does not bind', () => {
    const { plan, packs } = run(undefined, '--budget', '100000').result;
    expect(plan?.proven).toBe(true);
    for (const [id, expected] of Object.entries(plan?.expected ?? {})) {
      const before = packs[id as keyof typeof packs];
      if ((before?.score?.low ?? 100) < 80) expect(expected.score ?? 0).toBeGreaterThan(before?.score?.low ?? 0);
    }
  });

  it('writes the same bytes on a second run', () => {
    expect(run(undefined, '--budget', '200').bytes).toBe(run(undefined, '--budget', '200').bytes);
  });

  it('is no input of the diagnosis: another plan or budget leaves the hash and the scores as they are', () => {
    const runs = [run(undefined), run(undefined, '--budget', '50'), run({ anything: 1 })];
    const [first, ...others] = runs.map(({ result: { plan: _plan, ...rest } }) => rest);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is none where none is kept and none is asked for', () => {
    expect(run(undefined).result.plan).toBeNull();
  });

  it('takes a dossier whose plan has another form, keeps it and plans anew where a budget asks for it', () => {
    const dossier = Dossier.parse({ ...demo, plan: { anything: 1 } });
    expect(dossier.plan).toEqual({ anything: 1 });
    expect(storedPlan(dossier.plan)).toBeNull();
    expect(run({ anything: 1 }, '--budget', '200').result.plan?.measures.length).toBeGreaterThan(0);
  });

  it('prints the plan that the dossier keeps, with the figures of the enterprise', () => {
    const [first, second] = run(undefined, '--budget', '200').result.plan?.measures ?? [];
    if (first === undefined || second === undefined) throw new Error('the plan is empty');
    const kept = {
      madeOn: '2026-11-20',
      diagnosis: 'd1',
      request: { budgetWan: 200 },
      items: [
        { id: first.id, phase: 3, costWan: 12.5 },
        { id: second.id, phase: 2, state: 'dropped' },
        { id: 'own-1', name: '食堂改造', phase: 1, costWan: 7 },
      ],
    };
    const { plan } = run(kept).result;
    expect(plan?.measures.map(({ id, phase, costWan }) => [id, phase, costWan.planned])).toEqual([
      ['own-1', 1, 7],
      [first.id, 3, 12.5],
    ]);
    const again = run(kept, '--budget', '100').result;
    expect(again.plan?.measures.map(({ id }) => id)).not.toContain(second.id);
    expect(again.plan?.measures.map(({ id }) => id)).toContain('own-1');
    expect(costOf(again)).toBeLessThanOrEqual(100 + 1e-9);
  });
});
