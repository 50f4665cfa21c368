import { describe, expect, it } from 'vitest';
import { scoreMill, type ScoredMill } from '#assessments/scoring/scored-mill.ts';
import {
  isGiven,
  OF_EACH_TOPIC,
  QUICK_FACTS,
  QUICK_QUESTIONS,
  quickList,
  type QuickList,
} from '#assessments/guiding/quick-list.ts';
import { guidedTopics } from '#assessments/guiding/openings.ts';
import { untouchedTwin } from '#assessments/guiding/untouched-twin.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { randomStream } from '#tests/support/random-stream.ts';

const TODAY = '2026-11-01';
const mills = EVERY_MILL.filter(([name]) => name.startsWith('arch-')).map(([name, json]) => {
  const mill = scoreLatest(Dossier.parse(json), TODAY);
  if (mill === null) throw new Error(`${name} has no diagnosis`);
  return [name, mill] as const;
});

describe.each(mills)('the quick list of %s', (_name, mill) => {
  const list = quickList(untouchedTwin(mill));

  it('asks every gate, some of each topic and no more than fits a quarter of an hour', () => {
    const gates = guidedTopics(mill).flatMap(({ result }) =>
      result.gates.filter(({ state }) => state !== 'not-applicable'),
    );
    const ids = list.questions.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(gates.map(({ id }) => id)));
    for (const { pack } of guidedTopics(mill))
      expect(
        list.questions.filter((each) => each.pack === pack.id && each.why.kind !== 'gate').length,
      ).toBeGreaterThanOrEqual(pack.questions.length === 0 ? 0 : OF_EACH_TOPIC);
    expect(new Set(ids).size).toBe(QUICK_QUESTIONS);
    expect(list.facts.length).toBeLessThanOrEqual(QUICK_FACTS);
    expect(list.minutes).toBeLessThanOrEqual(18);
  });

  it('leaves less open than any of 100 random lists of the same length that ask the gates too', () => {
    const random = randomStream(7);
    const asked = [...mill.questions.values()].filter(
      (question) =>
        mill.isAsked(question) &&
        isGuided(question.id, mill) &&
        list.questions.every(({ id, why }) => id !== question.id || why.kind !== 'gate'),
    );
    const gates = list.questions.filter(({ why }) => why.kind === 'gate');
    const years = ['now', 'prior'] as const;
    const facts = years.flatMap((year) =>
      [...NUMERIC_FACT_IDS, 'output.products' as const]
        .filter((id) => mill.facts[year][id] !== undefined)
        .map((id) => ({ id, year, instead: [] })),
    );
    const left = widthAfter(mill, list);
    for (let turn = 0; turn < 100; turn += 1) {
      const other = {
        questions: [...gates, ...drawn(asked, list.questions.length - gates.length, random)],
        facts: drawn(facts, list.facts.length, random).map((fact) => ({ fact })),
      };
      expect(left).toBeLessThan(widthAfter(mill, other));
    }
  });
});

function isGuided(id: string, mill: ScoredMill): boolean {
  return guidedTopics(mill).some(({ pack }) => pack.questions.some((question) => question.id === id));
}

/** How much the four scores leave open in sum once the mill has answered a list as it answers in its file. */
function widthAfter(
  mill: ScoredMill,
  {
    questions,
    facts,
  }: {
    readonly questions: readonly { readonly id: string }[];
    readonly facts: readonly Pick<QuickList['facts'][number], 'fact'>[];
  },
): number {
  const { dossier, diagnosis } = mill;
  const answers = Object.fromEntries(
    questions.flatMap(({ id }) => (diagnosis.answers[id] === undefined ? [] : [[id, diagnosis.answers[id]]])),
  );
  const given = (year: 'now' | 'prior') =>
    Object.fromEntries(
      facts
        .filter(({ fact }) => fact.year === year && isGiven(fact, mill.facts))
        .flatMap(({ fact }) => [fact.id, ...fact.instead])
        .flatMap((id) => (mill.facts[year][id] === undefined ? [] : [[id, mill.facts[year][id]]])),
    );
  const twin = scoreMill(
    { ...dossier, facts: { [diagnosis.year]: given('now'), [diagnosis.year - 1]: given('prior') } },
    { ...diagnosis, answers },
    mill.context,
  );
  return guidedTopics(twin).reduce(
    (sum, { result: { score } }) => sum + (score === null ? 0 : score.high - score.low),
    0,
  );
}

function drawn<T>(from: readonly T[], count: number, random: () => number): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
