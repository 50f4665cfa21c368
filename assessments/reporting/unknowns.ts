import { whomToAsk } from './ask.ts';
import type { Mill } from './report-input.ts';

export interface UnknownItem {
  readonly id: string;
  readonly topic: string;
  readonly low: number;
  readonly high: number;
  /** Points of the topic's score between its bounds. */
  readonly width: number;
}

export interface AskGroup {
  readonly person: string;
  readonly ids: readonly string[];
  readonly effects: readonly { readonly topic: string; readonly points: number }[];
}

/** Everything unknown in the scored topics: trace lines with an interval, and gates without an answer. */
export function unknownItems({ topics, words }: Mill): UnknownItem[] {
  return topics.flatMap(({ pack, result }) => {
    const topic = words.pick(pack.shortName);
    const lines = result.trace
      .filter(({ points }) => points.high > points.low)
      .map(({ question, points, contribution }) => ({
        id: question,
        topic,
        ...points,
        width: contribution.high - contribution.low,
      }));
    const gates = result.gates
      .filter((gate) => gate.state === 'unknown')
      .map(({ id }) => ({ id, topic, low: 0, high: 0, width: 0 }));
    return [...gates, ...lines];
  });
}

/** What is unknown, by whom to ask; who can clear up most comes first. */
export function unknownsByPerson(mill: Mill): AskGroup[] {
  const byPerson = new Map<string, UnknownItem[]>();
  for (const item of unknownItems(mill)) {
    const person = whomToAsk(item.id, mill);
    byPerson.set(person, [...(byPerson.get(person) ?? []), item]);
  }
  return [...byPerson]
    .sort(([, a], [, b]) => widthOf(b) - widthOf(a))
    .map(([person, items]) => ({ person, ids: items.map((item) => item.id), effects: effectsOf(items) }));
}

function widthOf(items: readonly UnknownItem[]): number {
  return items.reduce((sum, item) => sum + item.width, 0);
}

function effectsOf(items: readonly UnknownItem[]): AskGroup['effects'] {
  const topics = [...new Set(items.map((item) => item.topic))];
  return topics
    .map((topic) => ({ topic, points: widthOf(items.filter((item) => item.topic === topic)) }))
    .filter(({ points }) => points > 0);
}
