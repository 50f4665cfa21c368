import { describe, expect, it } from 'vitest';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { PACK_IDS } from '#assessments/schema/ids.ts';
import { gapsOf } from '#assessments/scoring/gaps.ts';
import { levelName } from '#assessments/scoring/level-name.ts';
import { diagnosisToScore } from '#assessments/scoring/scored-mill.ts';
import { shownDistance, shownScore } from '#assessments/scoring/shown-number.ts';
import { ALL_TOPICS, AS_OF, dossierJson, scoreSketch, type MillSketch } from '#tests/support/dossiers.ts';

const GARMENT = { subSectors: ['GARMENT'], processes: ['sewing'] };
const pointsOf = (sketch: MillSketch, pack: keyof typeof ALL_TOPICS, item: string) =>
  scoreSketch(sketch).packs[pack]?.trace.find(({ question }) => question === item)?.points;
const codesOf = (sketch: MillSketch) => scoreSketch(sketch).warnings.map(({ code, path }) => `${code} ${path}`);

describe('a deduction above its total', () => {
  const water = { 'water.intake.town': 21_400, 'finance.output-value': 16_250 };
  const prior = { 'water.intake.town': 20_800, 'finance.output-value': 15_700 };

  it('leaves the intake unknown instead of making it 0, and is said where it stands', () => {
    const sketch = { ...GARMENT, prior, facts: { ...water, 'water.excluded': 9_000_000 } };
    expect(pointsOf(sketch, 'water-efficiency', 'K2d')).toEqual({ low: 0, high: 100 });
    expect(codesOf(sketch)).toContain('deduction-above-total facts.2025.water.excluded');
    expect(pointsOf({ ...GARMENT, prior, facts: water }, 'water-efficiency', 'K2d')?.low).toBeGreaterThan(0);
  });

  it('that takes all is no more than there is', () => {
    const sketch = { ...GARMENT, prior, facts: { ...water, 'water.excluded': 21_400 } };
    expect(codesOf(sketch).filter((code) => code.startsWith('deduction'))).toEqual([]);
    expect(pointsOf(sketch, 'water-efficiency', 'K2d')).toEqual({ low: 100, high: 100 });
  });

  it('in the year before makes its decline unknown too', () => {
    const sketch = {
      ...GARMENT,
      prior: { 'energy.electricity': 1_495_000, 'energy.heat-sold': 200_000, 'finance.output-value': 15_700 },
      facts: { 'energy.electricity': 1_460_000, 'finance.output-value': 16_250 },
    };
    expect(pointsOf(sketch, 'green-factory', 'GK2')).toEqual({ low: 0, high: 100 });
    expect(codesOf(sketch)).toContain('deduction-above-total facts.2024.energy.heat-sold');
  });
});

describe('a mill of the dyeing sub-sector', () => {
  it('is wet whatever it ticked, and is told what is missing', () => {
    const sketch = { subSectors: ['DYEING'], processes: [] };
    const trace = scoreSketch(sketch).packs['water-efficiency']?.trace.map(({ question }) => question);
    expect(trace).toContain('K1');
    expect(trace).not.toContain('K2d');
    expect(codesOf(sketch)).toContain('process-missing enterprise.processes');
  });

  it('with a process of its own is told nothing; a second sub-sector without one is', () => {
    const both = ['DYEING', 'GARMENT'];
    expect(codesOf({ subSectors: ['DYEING'] })).toEqual([]);
    expect(codesOf({ subSectors: both })).toContain('process-missing enterprise.processes');
    expect(codesOf({ subSectors: both, processes: ['printing', 'sewing'] })).toEqual([]);
  });
});

describe('the diagnosis scored', () => {
  const opened = (...days: string[]) => {
    const json = dossierJson() as { diagnoses: Record<string, unknown>[] };
    const [first] = json.diagnoses;
    return Dossier.parse({ ...json, diagnoses: days.map((openedOn, i) => ({ ...first, id: `r${i}`, openedOn })) });
  };
  const chosen = (...days: string[]) => diagnosisToScore(opened(...days), AS_OF)?.id;

  it('is the latest that is not after the day of the scoring, of equals the later in the list', () => {
    expect(chosen('2062-05-05', '2026-11-24')).toBe('r1');
    expect(chosen('2026-01-01', '2026-11-24', '2025-01-01')).toBe('r1');
    expect(chosen('2026-01-01', '2026-01-01')).toBe('r1');
  });

  it('is the latest of all where every one is after it, and that is said', () => {
    expect(chosen('2062-05-05', '2061-05-05')).toBe('r0');
    expect(diagnosisToScore({ diagnoses: [] }, AS_OF)).toBeUndefined();
  });
});

describe('the lines of a trace', () => {
  it('stand in pack order, KPIs first, the bonus among them', () => {
    const lines = scoreSketch({ packs: { 'water-efficiency': '1.0.0' } }).packs['water-efficiency']?.trace ?? [];
    const ids = lines.map(({ question }) => question);
    expect(ids.slice(0, 9)).toEqual(['K1', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'W-M04']);
    expect(ids.at(-1)).toBe('W-M19');
  });
});

describe('the order of gaps', () => {
  const answers = {
    'G-G01': { self: { gate: 'no' } },
    'G-G02': { self: { gate: 'yes' } },
    'W-M01': { self: { rung: 0 } },
    'IM-ORG-01': { self: { rung: 1 } },
  };
  const scores = scoreSketch({ answers });
  const gaps = gapsOf(scores, PACK_IDS);

  it('has failed gates first, then unknown ones, in pack order', () => {
    const kinds = gaps.map(({ kind }) => kind);
    expect(gaps.filter(({ kind }) => kind === 'failed-gate').map(({ question }) => question)).toEqual([
      'W-M01',
      'G-G01',
    ]);
    expect(kinds.lastIndexOf('failed-gate')).toBeLessThan(kinds.indexOf('unknown-gate'));
    expect(kinds.lastIndexOf('unknown-gate')).toBeLessThan(kinds.indexOf('points'));
  });

  it('then takes one of each topic in turn, the lowest topic first, and no item of the reference pack or the bonus', () => {
    const points = gaps.filter(({ kind }) => kind === 'points');
    const rising = Object.keys(ALL_TOPICS).sort(
      (a, b) =>
        (scores.packs[a as never] as { score: { low: number } }).score.low -
        (scores.packs[b as never] as { score: { low: number } }).score.low,
    );
    expect(points.slice(0, 4).map(({ pack }) => pack)).toEqual(rising);
    expect(points.slice(4, 8).map(({ pack }) => pack)).toEqual(rising);
    expect(points.some(({ pack, question }) => pack === 'sme-digital-level' || question === 'K9')).toBe(false);
  });
});

describe('what is shown', () => {
  it('of a score is rounded down, of a distance up, and never looks like the next level', () => {
    expect(shownScore({ low: 39.96, high: 39.96 })).toBe('39.9');
    expect(shownDistance(40 - 39.96)).toBe('0.1');
    expect(shownScore({ low: 40 - 1e-10, high: 56.93 })).toBe('40.0–56.9');
    expect(shownDistance(0)).toBe('0.0');
  });

  it('of a level of our own is its number out of how many; official levels have their names', () => {
    expect(levelName(shippedPacks['water-efficiency'].levels, 3, 'zh-CN')).toBe('3级（共5级）');
    expect(levelName(shippedPacks['sme-digital-level'].levels, 2, 'zh-CN')).toBe('二级');
    expect(shippedPacks['intelligent-manufacturing'].gbt39116?.names[3]?.['zh-CN']).toBe('集成级');
  });
});
