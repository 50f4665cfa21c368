import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { FoundProblems, MOST_PROBLEMS, pointer, problemText } from '#assessments/schema/problem.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { findShapeProblems } from '#assessments/schema/shape-problems.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { filledDossier } from '#tests/assessments/exchange/filled-dossier.ts';

function problemsOf(json: unknown): string[] {
  const read = readDossier(typeof json === 'string' ? json : JSON.stringify(json), knownIds);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${pointer(path)} ${code}`);
}

/** A copy with the value at one of its places, counted from the outside, put out or exchanged. */
function damaged(value: unknown, place: { left: number }, instead: unknown): unknown {
  if (place.left === 0) {
    place.left -= 1;
    return instead;
  }
  place.left -= 1;
  if (Array.isArray(value)) return value.map((item) => damaged(item, place, instead));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, damaged(member, place, instead)]));
}

describe('the shape of a dossier', () => {
  it('is judged part by part as the schema judges it whole', () => {
    const instead = fc.constantFrom(undefined, null, 7, -1, 1e-305, 1e13, '', 'x', '鲁泰', true, [], {}, [{}], {
      a: 1,
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 170 }), instead, (at, put) => {
        const value = JSON.parse(JSON.stringify(damaged(filledDossier(), { left: at }, put) ?? null)) as unknown;
        const found = new FoundProblems();
        findShapeProblems(Dossier, value, [], found);
        const whole = Dossier.safeParse(value);
        const places = new Set(whole.error?.issues.flatMap((issue) => placesOf(issue)));
        expect(found.isEmpty).toBe(whole.success);
        for (const { path } of found.list) expect(places).toContain(pointer(path));
        refused += whole.success ? 0 : 1;
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('has a hundred problems named at most, and says that there are more', () => {
    const bad = (count: number) => ({ ...dossierJson(), evidence: Array.from({ length: count }, () => 1) });
    expect(problemsOf(bad(MOST_PROBLEMS))).toHaveLength(MOST_PROBLEMS);
    expect(problemsOf(bad(MOST_PROBLEMS))).not.toContain(' more-problems');
    const more = problemsOf(bad(130_000));
    expect(more).toHaveLength(MOST_PROBLEMS + 1);
    expect(more.slice(-2)).toEqual([`/evidence/${MOST_PROBLEMS - 1} wrong-type`, ' more-problems']);
  });

  it('has the end of the range named that a figure lies beyond, where the schema knows it', () => {
    const texts = (facts: object) => {
      const read = readDossier(JSON.stringify({ ...dossierJson(), facts: { 2025: facts } }), knownIds);
      return read.ok ? [] : read.problems.map((problem) => problemText(problem, 'zh-CN'));
    };
    expect(texts({ 'water.intake.town': 1.1e12 })).toEqual(['超出允许的范围，最大为1,000,000,000,000']);
    expect(texts({ 'water.intake.town': 1e-305 })).toEqual(['超出允许的范围，最小为0.000000001']);
    expect(texts({ 'delivery.on-time': 100.5 })).toEqual(['超出允许的范围，最大为100']);
    expect(texts({ machines: [{ kind: 'stenter', count: 6, digital: 7 }] })).toEqual(['超出允许的范围，最大为6']);
    expect(texts({ machines: [{ kind: 'stenter', count: 6, since: 3000 }] })).toEqual(['超出允许的范围，最大为2999']);
  });

  it('takes a member of the team by name or role, and none without', () => {
    const [diagnosis] = dossierJson()['diagnoses'] as Record<string, unknown>[];
    const of = (team: unknown) => problemsOf({ ...dossierJson(), diagnoses: [{ ...diagnosis, team }] });
    expect(of([{ name: '甲' }, { role: '数字化专家', unit: '某院', duty: '核实' }])).toEqual([]);
    expect(of([{ unit: '某院', name: ' ' }])).toEqual(['/diagnoses/0/team/0 empty']);
    expect(of([{ name: 5 }])).toEqual(['/diagnoses/0/team/0/name wrong-type']);
  });

  it('takes remarks of the specialist as plain text of limited length, and keeps places that it does not know', () => {
    const [diagnosis] = dossierJson()['diagnoses'] as Record<string, unknown>[];
    const of = (remarks: unknown) => problemsOf({ ...dossierJson(), diagnoses: [{ ...diagnosis, remarks }] });
    const at = '/diagnoses/0/remarks';
    expect(of({ conclusion: { text: '一\n二', suggested: '三', language: 'en' }, later: [1] })).toEqual([]);
    expect(of({ 'highlight-1': { text: '字'.repeat(200) }, money: { text: '字'.repeat(600) } })).toEqual([]);
    expect(of({ 'highlight-1': { text: '字'.repeat(201) } })).toEqual([`${at}/highlight-1/text too-long`]);
    expect(of({ money: { text: '好', suggested: '字'.repeat(601) } })).toEqual([`${at}/money/suggested too-long`]);
    expect(of({ money: { text: ' \n' } })).toEqual([`${at}/money/text empty`]);
    expect(of({ money: { text: '\u202e反' } })).toEqual([`${at}/money/text not-plain-text`]);
    expect(of({ money: { text: '\u0007' } })).toEqual([`${at}/money/text not-plain-text`]);
    expect(of({ money: { text: 5, language: 'fr' } })).toEqual([
      `${at}/money/text wrong-type`,
      `${at}/money/language bad-value`,
    ]);
    expect(of({ money: '好' })).toEqual([`${at}/money wrong-type`]);
    expect(of([])).toEqual([`${at} wrong-type`]);
  });

  it('has no more problems kept than are said', () => {
    const found = new FoundProblems();
    for (let i = 0; i < 10_000; i += 1) found.add([i], 'wrong-type');
    expect(found.count).toBe(MOST_PROBLEMS + 1);
  });

  it('has problems of every part named beside each other', () => {
    const [diagnosis] = dossierJson()['diagnoses'] as Record<string, unknown>[];
    const answers = { 'IM-ORG-01': { self: { rung: 9 } }, 'IM-XXX-01': { note: '' }, 'G-Q12': { self: { na: '' } } };
    const diagnoses = [{ ...diagnosis, packs: { moon: '1' }, answers }, { ...diagnosis, openedOn: undefined }, 5];
    expect(problemsOf({ ...dossierJson(), diagnoses, evidence: 'x' })).toEqual([
      '/diagnoses/0/packs/moon unknown-pack',
      '/diagnoses/0/answers/G-Q12/self/na reason-too-short',
      '/diagnoses/1/openedOn missing',
      '/diagnoses/2 wrong-type',
      '/evidence wrong-type',
      '/diagnoses/0/answers/IM-ORG-01/self/rung out-of-range',
      '/diagnoses/0/answers/IM-XXX-01 unknown-question',
      '/diagnoses/1/id duplicate-diagnosis',
    ]);
  });
});

describe('the id of a dossier', () => {
  it.each(['con', 'prn', 'aux', 'nul', 'com0', 'com1', 'com9', 'lpt0', 'lpt9'])('is not the device %s', (id) => {
    expect(problemsOf(dossierJson({ id }))).toEqual(['/id reserved-name']);
  });

  it.each(['CON', 'Nul', 'con.json', 'nul ', 'aux.', 'com¹', 'a/b', 'ab', '-abc', 'a'.repeat(65)])(
    'has no other letters or length: %j',
    (id) => expect(problemsOf(dossierJson({ id }))).toEqual(['/id bad-id']),
  );

  it.each(['con-1', 'console', 'com10', 'nul-mill', 'abc', 'a'.repeat(64)])('may be %s', (id) => {
    expect(problemsOf(dossierJson({ id }))).toEqual([]);
  });
});

describe('what this program wrote itself', () => {
  it.each(['zhizhen-result', 'zhizhen-drive'])('is told from a dossier: %s', (format) => {
    expect(problemsOf({ format, version: 1 })).toEqual(['/format is-result']);
  });
});

/** Names of what is too much stand in the issue, not in its path. */
function placesOf(issue: {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}) {
  const path = issue.path.map(String);
  return (issue.keys?.map((key) => [...path, key]) ?? [path]).map(pointer);
}
