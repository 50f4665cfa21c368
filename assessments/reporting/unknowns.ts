import { kpiObject } from '../kpis/kpis.ts';
import { missingFacts, type Unknown } from '../planning/unknowns.ts';
import type { KpiId } from '../schema/ids.ts';
import type { Interval } from '../schema/result.ts';
import { whoKnows } from './ask.ts';
import { openItems } from './counts.ts';
import type { Mill } from './report-input.ts';

/** A line of a topic's score that an unknown keeps open, with the points between its bounds. */
interface OpenLine {
  readonly id: string;
  readonly topic: string;
  readonly points: Interval;
  /** Points of the topic's score between its bounds. */
  readonly width: number;
}

export interface UnknownItem extends Unknown {
  /** The lines that it keeps open: of a question its own, of a fact those of its KPIs; none of a gate, which has no points. */
  readonly lines: readonly OpenLine[];
}

export interface AskGroup {
  readonly person: string;
  readonly items: readonly UnknownItem[];
  readonly effects: readonly { readonly topic: string; readonly points: number }[];
}

/** Everything of `openItems`, each with the lines of the score that it keeps open. */
export function unknownItems(mill: Mill): UnknownItem[] {
  const lines = openLines(mill);
  return openItems(mill).map((item) => ({ ...item, lines: lines.filter(({ keptOpenBy }) => keptOpenBy.has(item.id)) }));
}

function openLines(mill: Mill): (OpenLine & { readonly keptOpenBy: ReadonlySet<string> })[] {
  return mill.topics.flatMap(({ pack, result }) =>
    result.trace
      .filter(({ points }) => points.high > points.low)
      .map(({ question: id, points, contribution }) => ({
        id,
        topic: mill.words.pick(pack.shortName),
        points,
        width: contribution.high - contribution.low,
        keptOpenBy: new Set(keptOpenBy(id, mill)),
      })),
  );
}

function keptOpenBy(id: string, mill: Mill): readonly string[] {
  if (mill.question(id) !== undefined) return [id];
  const object = kpiObject(id as KpiId);
  return object.kind === 'answer' ? [object.question(mill.green)] : missingFacts(id as KpiId, mill);
}

/** What is unknown, by whom to ask; who can clear up most comes first. */
export function unknownsByPerson(mill: Mill): AskGroup[] {
  const byPerson = new Map<string, UnknownItem[]>();
  for (const item of unknownItems(mill)) {
    const person = whoKnows(item, mill);
    byPerson.set(person, [...(byPerson.get(person) ?? []), item]);
  }
  return [...byPerson]
    .map(([person, items]) => ({ person, items, lines: linesOf(items) }))
    .sort((a, b) => widthOf(b.lines) - widthOf(a.lines))
    .map(({ person, items, lines }) => ({ person, items, effects: effectsOf(lines) }));
}

/** The lines that one person's items keep open, each once though two facts may be missing for it. */
function linesOf(items: readonly UnknownItem[]): OpenLine[] {
  return [...new Map(items.flatMap(({ lines }) => lines).map((line) => [line.id, line])).values()];
}

function widthOf(lines: readonly OpenLine[]): number {
  return lines.reduce((sum, line) => sum + line.width, 0);
}

function effectsOf(lines: readonly OpenLine[]): AskGroup['effects'] {
  const topics = [...new Set(lines.map(({ topic }) => topic))];
  return topics
    .map((topic) => ({ topic, points: widthOf(lines.filter((line) => line.topic === topic)) }))
    .filter(({ points }) => points > 0);
}
