import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { storedPlan, type ResultPlan } from '#assessments/schema/plan.ts';
import { Result, type Result as ResultJson } from '#assessments/schema/result.ts';
import { PROJECT, runCli, temporaryFolder } from '#tests/support/cli.ts';
import { catalogue } from '#tests/support/plans.ts';

const DEMO = join(PROJECT, 'seeds', 'demo', 'demo-garment.json');
const demo = JSON.parse(readFileSync(DEMO, 'utf8')) as Record<string, unknown>;

/** A run on the demo mill with another plan in its dossier. */
function run(plan: unknown, ...args: string[]): { readonly bytes: string; readonly result: ResultJson } {
  const folder = temporaryFolder();
  const { plan: _kept, ...rest } = demo;
  writeFileSync(join(folder, 'mill.json'), JSON.stringify(plan === undefined ? rest : { ...rest, plan }));
  const { exit } = runCli(['mill.json', '--out', 'out', '--formats', 'json', '--as-of', '2026-11-24', ...args], folder);
  expect(exit).toBe(0);
  const bytes = readFileSync(join(folder, 'out', 'result.json'), 'utf8');
  return { bytes, result: Result.parse(JSON.parse(bytes)) };
}

/** A plan that must have been made. */
function made({ plan }: ResultJson): Extract<ResultPlan, { aim: unknown }> {
  if (plan === null || !('aim' in plan)) throw new Error(`no plan: ${JSON.stringify(plan)}`);
  return plan;
}

describe('the plan on the command line', () => {
  it('keeps budget, aim and people, lists what exists with each prerequisite before, and writes the same bytes again', () => {
    const args = ['--budget', '120', '--aim', 'money', '--people', '0.8'];
    const first = run(undefined, ...args);
    const plan = made(first.result);
    expect(plan).toMatchObject({ aim: 'money', budgetWan: 120, limits: { people: 0.8, parallel: 5 } });
    expect(plan.costWan.planned).toBeLessThanOrEqual(120 + 1e-9);
    expect(plan.costWan.planned).toBeGreaterThan(60);
    const ends = new Map(plan.measures.map(({ id, endMonth }) => [id, endMonth]));
    expect(ends.size).toBeGreaterThan(5);
    for (const { id, startMonth, requires, costWan, lifts } of plan.measures) {
      expect(catalogue.byId.has(id)).toBe(true);
      expect(lifts).toEqual([...lifts].sort());
      expect(costWan.low).toBeLessThanOrEqual(costWan.planned);
      for (const needed of requires) expect(ends.get(needed), `${id} needs ${needed}`).toBeLessThanOrEqual(startMonth);
    }
    expect(plan.alternatives.money.measures).toEqual(plan.measures.map(({ id }) => id).sort());
    expect(run(undefined, ...args).bytes).toBe(first.bytes);
  });

  it('is no input of the diagnosis: another plan or budget leaves the hash and the scores as they are', () => {
    const runs = [run(undefined), run(undefined, '--budget', '50'), run({ anything: 1 })];
    const [first, ...others] = runs.map(({ result: { plan: _plan, ...rest } }) => rest);
    for (const other of others) expect(other).toEqual(first);
    expect(run(undefined).result.plan).toBeNull();
  });

  it('takes a dossier whose plan has another form, keeps it and plans anew where a budget asks for it', () => {
    const dossier = Dossier.parse({ ...demo, plan: { anything: 1 } });
    expect(dossier.plan).toEqual({ anything: 1 });
    expect(storedPlan(dossier.plan)).toBeNull();
    expect(made(run({ anything: 1 }, '--budget', '60').result).measures.length).toBeGreaterThan(0);
  });

  it('prints the plan that the dossier keeps, with the quotes and measures of the enterprise', () => {
    const kept = {
      madeOn: '2026-11-20',
      diagnosis: 'd1',
      request: { budgetWan: 60 },
      items: [
        { id: 'GA02', phase: 3, quotes: [{ supplier: '甲', wan: 12.5 }] },
        { id: 'GA07', state: 'dropped' },
        { id: 'own-1', own: { name: '食堂改造', costWan: 7, months: 2, effort: 1 } },
      ],
    };
    const plan = made(run(kept).result);
    const told = new Map(plan.measures.map(({ id, costWan }) => [id, costWan]));
    expect([...told.keys()].sort()).toEqual(['GA02', 'own-1']);
    expect(told.get('GA02')).toMatchObject({ planned: 12.5, origin: 'quote' });
    expect(told.get('own-1')?.planned).toBe(7);
    expect(plan.proven).toBe(false);
    const again = made(run(kept, '--budget', '50').result);
    expect(again.measures.map(({ id }) => id)).not.toContain('GA07');
    expect(again.measures.map(({ id }) => id)).toContain('own-1');
    expect(again.costWan.planned).toBeLessThanOrEqual(50 + 1e-9);
  });

  it('refuses a plan for a mill that answered nothing, and says what is missing', () => {
    const [diagnosis] = demo['diagnoses'] as Record<string, unknown>[];
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'mill.json'),
      JSON.stringify({ ...demo, plan: null, facts: {}, diagnoses: [{ ...diagnosis, answers: {} }] }),
    );
    const { exit } = runCli(
      ['mill.json', '--out', 'out', '--formats', 'json', '--as-of', '2026-11-24', '--budget', '300'],
      folder,
    );
    expect(exit).toBe(0);
    const { plan } = Result.parse(JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')));
    if (plan === null || !('missing' in plan)) throw new Error('a plan for a mill that answered nothing');
    expect(plan.missing.length).toBeGreaterThan(50);
    expect(plan.candidates.length).toBeLessThanOrEqual(10);
  });
});
