import { describe, expect, it } from 'vitest';
import { library } from '#assessments/packs/registry.ts';
import { closersOf, conditionState, readinessOf } from '#assessments/planning/readiness.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { PolicyBook, type Condition, type Recognition } from '#assessments/schema/policy.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };
import { demoJson } from '#tests/support/demo-json.ts';
import { dossierJson, scoredMillOf, type MillSketch } from '#tests/support/dossiers.ts';

const book = PolicyBook.parse(policies);
const TEXT = { 'zh-CN': '某', en: 'some' };

function mill(sketch: MillSketch): ScoredMill {
  return scoredMillOf(Dossier.parse(dossierJson(sketch)));
}

const condition = (check: Condition['check']): Condition => ({ text: TEXT, check, mark: 'sourced-S1' });
const stateOf = (check: Condition['check'], sketch: MillSketch) => conditionState(condition(check), mill(sketch));

describe('a condition', () => {
  it('that no program can look up is for people to say', () => {
    expect(stateOf(null, {})).toBe('people');
  });

  it.each([
    [{ self: { rung: 3 } }, 'met'],
    [{ self: { rung: 1 } }, 'missing'],
    [{ self: { rung: 3 }, verified: { rung: 1 } }, 'missing'],
    [{ self: { unknown: '设备科' } }, 'unknown'],
    [{ self: { na: '没有' } }, 'not-applicable'],
  ])('on a question reads the answer that counts: %o', (answer, state) => {
    const check = { kind: 'question', question: 'IM-PRD-05', rung: 2 } as const;
    expect(stateOf(check, { answers: { 'IM-PRD-05': answer } })).toBe(state);
  });

  it('on a question is unknown without an answer and not applicable where it is not asked', () => {
    expect(stateOf({ kind: 'question', question: 'IM-PRD-05', rung: 2 }, {})).toBe('unknown');
    expect(stateOf({ kind: 'question', question: 'IM-GAR-01', rung: 2 }, {})).toBe('not-applicable');
  });

  it.each([
    ['yes', 'met'],
    ['no', 'missing'],
    ['partly', 'missing'],
  ])('on a gate answered %s is %s', (gate, state) => {
    expect(stateOf({ kind: 'gate', gate: 'G-G01' }, { answers: { 'G-G01': { self: { gate } } } })).toBe(state);
  });

  it('on what was not scored is unknown, never missing', () => {
    const sketch = { packs: { 'cloud-adoption': '1.0.0' } };
    expect(stateOf({ kind: 'gate', gate: 'G-G01' }, sketch)).toBe('unknown');
    expect(stateOf({ kind: 'gbt-level', level: 2 }, sketch)).toBe('unknown');
    expect(stateOf({ kind: 'kpi', kpi: 'K1', points: 40 }, sketch)).toBe('unknown');
    expect(stateOf({ kind: 'readiness', step: 'municipal' }, sketch)).toBe('unknown');
    expect(stateOf({ kind: 'pack-level', pack: 'green-factory', level: 1 }, sketch)).toBe('unknown');
  });

  it('on a KPI that does not measure this mill is not applicable', () => {
    const dry = { subSectors: ['GARMENT'], processes: ['sewing'] };
    expect(stateOf({ kind: 'kpi', kpi: 'K1', points: 40 }, dry)).toBe('not-applicable');
  });

  it('on a fact compares the figure of the year', () => {
    const check = { kind: 'fact-at-least', fact: 'finance.revenue', value: 2000 } as const;
    expect(stateOf(check, { facts: { 'finance.revenue': 2000 } })).toBe('met');
    expect(stateOf(check, { facts: { 'finance.revenue': 1999 } })).toBe('missing');
    expect(stateOf(check, {})).toBe('unknown');
  });

  it('on a score is unknown while the unknowns could still lift it', () => {
    expect(stateOf({ kind: 'pack-score', pack: 'cloud-adoption', score: 50 }, {})).toBe('unknown');
  });
});

describe('the ladders', () => {
  const read = (ladders: readonly Recognition[], sketch: MillSketch, asOf = '2026-11-24') => {
    const today = mill(sketch);
    return readinessOf(ladders, today, today, asOf);
  };
  const DRY = { subSectors: ['GARMENT'], processes: ['sewing'] };

  it('of wet mills are not shown to dry ones', () => {
    const ids = (sketch: MillSketch) => read(book.recognitions, sketch).map(({ ladder }) => ladder.id);
    expect(ids({})).toContain('dyeing-norms');
    expect(ids(DRY)).not.toContain('dyeing-norms');
  });

  it('whose documents ran out have no next step', () => {
    const [expired] = read(
      book.recognitions.filter(({ id }) => id === 'three-products'),
      {},
    );
    expect(expired).toMatchObject({ next: null, ready: [] });
  });

  it('tell the steps whose conditions are met from the first that lacks something', () => {
    const template = book.recognitions[0]?.steps[0];
    if (template === undefined) throw new Error('no ladder');
    const steps = [1000, 3000, 9000].map((value) => ({
      ...template,
      id: `from-${value}`,
      validUntil: null,
      conditions: [condition({ kind: 'fact-at-least', fact: 'finance.revenue', value }), condition(null)],
    }));
    const ladder: Recognition = { id: 'some', name: TEXT, wetOnly: false, steps };
    const [reading] = read([ladder], { facts: { 'finance.revenue': 3500 } });
    expect(reading?.ready.map(({ step }) => step.id)).toEqual(['from-1000', 'from-3000']);
    expect(reading?.next?.step.id).toBe('from-9000');
  });
});

describe('what closes a condition', () => {
  const idsFor = (check: Condition['check']) =>
    closersOf(condition(check), catalogue.measures, library.newest)?.map(({ id }) => id) ?? null;

  it('is a measure that lifts the question far enough', () => {
    const ids = idsFor({ kind: 'question', question: 'W-M10', rung: 2 });
    expect(ids).toContain('WA03');
    for (const id of ids ?? []) {
      const lifts = catalogue.byId.get(id)?.lifts.filter((lift) => lift.question === 'W-M10') ?? [];
      expect(Math.max(...lifts.map((lift) => lift.rung ?? 0))).toBeGreaterThanOrEqual(2);
    }
  });

  it('is a measure that meets the gate, or saves the flow of the KPI', () => {
    expect(idsFor({ kind: 'gate', gate: 'G-G05' })).toContain('GR05');
    expect(idsFor({ kind: 'kpi', kpi: 'K8', points: 85 })).toContain('WA32');
    expect(idsFor({ kind: 'kpi', kpi: 'K1', points: 40 })).toContain('WA02');
  });

  it('is many measures together for a level, and nobody’s for what people say', () => {
    expect(idsFor({ kind: 'gbt-level', level: 3 })).toBeNull();
    expect(idsFor(null)).toBeNull();
  });

  it('is known for every condition of the shipped ladders that names a question, gate or KPI', () => {
    const bare = book.recognitions
      .flatMap(({ steps }) => steps.flatMap((step) => step.conditions))
      .filter(({ check }) => check?.kind === 'question' || check?.kind === 'gate' || check?.kind === 'kpi')
      .filter((one) => closersOf(one, catalogue.measures, library.newest)?.length === 0)
      .map((one) => one.text['zh-CN']);
    expect(bare).toEqual([]);
  });
});

describe('a condition on every machine', () => {
  const check: Condition['check'] = {
    kind: 'question',
    question: 'W-M12',
    rung: 2,
    every: { machines: ['jet-dyeing', 'overflow-dyeing'], feature: 'low-liquor' },
  };
  const jets = { kind: 'jet-dyeing', count: 5, with: { 'low-liquor': 5 } };
  const old = { kind: 'overflow-dyeing', count: 1, with: { 'low-liquor': 0 } };
  const state = (rung: number, facts: Record<string, unknown>) =>
    stateOf(check, { answers: { 'W-M12': { self: { rung } } }, facts });

  it.each<[string, number, Record<string, unknown>, string]>([
    ['one machine without it', 4, { machines: [jets, old] }, 'missing'],
    ['an answer below the rung', 1, { machines: [jets], 'machines.complete': ['all'] }, 'missing'],
    ['a whole register with it', 2, { machines: [jets], 'machines.complete': ['all'] }, 'met'],
    ['a register that may lack machines', 2, { machines: [jets] }, 'people'],
    [
      'a line that does not say',
      2,
      { machines: [{ kind: 'jet-dyeing', count: 5 }], 'machines.complete': ['all'] },
      'people',
    ],
    ['no register', 2, {}, 'people'],
  ])('is not met by an answer about most of them: %s', (_, rung, facts, expected) => {
    expect(state(rung, facts)).toBe(expected);
  });

  it('that the demo mill misses by one machine is missing there', () => {
    const step = book.recognitions.flatMap(({ steps }) => steps).find(({ id }) => id === 'dyeing-norms');
    const ratio = step?.conditions.find(({ text }) => text['zh-CN'].includes('浴比'));
    const scored = scoredMillOf(Dossier.parse(demoJson('demo-dyeing')));
    expect(ratio === undefined ? null : conditionState(ratio, scored)).toBe('missing');
  });
});
