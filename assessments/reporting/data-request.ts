import type { Overrun } from '../planning/plan-of.ts';
import { rounded } from '../scoring/shown-number.ts';
import { unknownTitle, whereToLook, whoKnows } from './ask.ts';
import { openCounts } from './counts.ts';
import { wan } from './plan-text.ts';
import type { Block } from './report-document.ts';
import type { Mill } from './report-input.ts';
import { grouped } from './shown-figure.ts';
import { unknownItems, type UnknownItem } from './unknowns.ts';

/** So many are written out; the rest stands by number below, grouped by who knows. */
const WRITTEN_OUT = 36;

/** What stands in the place of the report where a plan was refused: what is missing, who has it and where to look, what moves the result most first; or by how much what must be in the plan does not fit. */
export function dataRequest(mill: Mill): Block[] {
  const { refused } = mill;
  if (refused === null || refused === undefined) return [];
  const { outcome } = refused;
  return [
    ...(outcome.kind === 'does-not-fit'
      ? overrun(outcome.over, (id) => `${id} ${mill.words.pick(refused.catalogue.byId.get(id)?.name)}`, mill)
      : []),
    ...missing(mill),
  ];
}

function missing(mill: Mill): Block[] {
  const { words, name } = mill;
  const items = requestedItems(mill);
  if (items.length === 0) return [];
  const rest = items.slice(WRITTEN_OUT);
  return [
    { kind: 'heading', level: 1, text: words.say('request-missing-heading') },
    { kind: 'paragraph', text: words.say('request-lead', { name, ...openCounts(items) }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('sheet-rank'), width: 5, align: 'right' },
        { title: words.say('column-missing-what'), width: 38 },
        { title: words.say('column-ask'), width: 15 },
        { title: words.say('column-where'), width: 32 },
        { title: words.say('column-effect'), width: 10, align: 'right' },
      ],
      rows: items.slice(0, WRITTEN_OUT).map((item, i) => ({
        cells: [
          String(i + 1),
          item.kind === 'fact' ? unknownTitle(item, mill) : `${item.id} ${unknownTitle(item, mill)}`,
          { text: whoKnows(item, mill), strong: true },
          shortened(whereToLook(item, mill)),
          effectText(item, mill),
        ],
      })),
    },
    ...(rest.length === 0 ? [] : [restTable(rest, mill)]),
  ];
}

const LONGEST_PLACE = 44;

/** The first papers that fit a cell of two lines. */
function shortened(text: string): string {
  return text.length <= LONGEST_PLACE ? text : `${text.slice(0, LONGEST_PLACE)}…`;
}

/** What is unknown, what moves the result most first: gates, for nothing passes them, then by the points of a topic that an item keeps open. */
export function requestedItems(mill: Mill): UnknownItem[] {
  return unknownItems(mill).sort(
    (a, b) =>
      Number(b.kind === 'gate') - Number(a.kind === 'gate') || widthOf(b) - widthOf(a) || (a.id < b.id ? -1 : 1),
  );
}

function widthOf({ lines }: UnknownItem): number {
  return lines.reduce((sum, { width }) => sum + width, 0);
}

function effectText(item: UnknownItem, { words }: Mill): string {
  if (item.kind === 'gate') return words.say('kind-gate');
  const points = rounded(widthOf(item));
  return points === 0 ? '—' : words.say('request-points', { points: points.toFixed(1) });
}

/** Roles of a row; more of them help nobody to begin. */
const ROLES = 4;

/** What is not written out, a row a topic and one for the facts, each with the roles that know most of it; the workbook has the texts. */
function restTable(items: readonly UnknownItem[], mill: Mill): Block {
  const { words, topics } = mill;
  const facts = items.filter(({ kind }) => kind === 'fact');
  const ofTopic = (ids: ReadonlySet<string>) => items.filter(({ id, kind }) => kind !== 'fact' && ids.has(id));
  const groups = [
    ...topics.map(({ name, pack }) => ({ name, own: ofTopic(new Set(pack.questions.map(({ id }) => id as string))) })),
    { name: words.say('request-facts'), own: facts },
  ].filter(({ own }) => own.length > 0);
  return {
    kind: 'table',
    caption: words.say('request-rest', { count: items.length }),
    columns: [
      { title: words.say('column-topic'), width: 14 },
      { title: words.say('column-ask'), width: 26 },
      { title: words.say('column-items'), width: 60 },
    ],
    rows: groups.map(({ name, own }) => ({
      cells: [
        { text: words.say('request-group', { name, count: own.length }), strong: true },
        words.list(rolesOf(own, mill).slice(0, ROLES)),
        words.list(own.map((item) => (item.kind === 'fact' ? unknownTitle(item, mill) : item.id))),
      ],
    })),
  };
}

/** Who knows, those first who know most. */
function rolesOf(items: readonly UnknownItem[], mill: Mill): string[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const role = whoKnows(item, mill);
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([role]) => role);
}

function overrun({ costWan, months, excludes }: Overrun, titleOf: (id: string) => string, mill: Mill): Block[] {
  const { words, name } = mill;
  const items = [
    ...(costWan > 0 ? [words.say('over-money', { over: wan(costWan) })] : []),
    ...(months > 0 ? [words.say('over-people', { over: grouped(rounded(months)) })] : []),
    ...excludes.map(([one, other]) => words.say('over-excludes', { one: titleOf(one), other: titleOf(other) })),
  ];
  return [
    { kind: 'heading', level: 1, text: words.say('over-title') },
    { kind: 'paragraph', text: words.say('over-lead', { name }) },
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    { kind: 'paragraph', text: words.say('over-way-out', { name }) },
  ];
}
