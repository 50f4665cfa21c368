import { answerGrounds, topicQuestions, type AnswerGrounds } from '../answer-grounds.ts';
import { whoKnows } from '../ask.ts';
import { openCounts, openItems } from '../counts.ts';
import { itemTitle } from '../answer-text.ts';
import { memberText } from '../member-text.ts';
import { refer } from '../numbered.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { problemsOf } from '../problems.ts';
import { seeText } from '../see.ts';
import { shortNote } from '../short-note.ts';
import { warningLine } from '../warning-line.ts';

const ROLES = 8;

/** Chapter 2: when, by whom and with whom it was diagnosed, what was seen on site, and what the answers rest on. */
export function diagnosisChapter(mill: Mill): Block[] {
  const { words, diagnosis, result, name } = mill;
  const found = [restsOn(mill), ...seenOnSite(mill)];
  return [
    { kind: 'heading', level: 1, text: words.say('body-diagnosis') },
    {
      kind: 'paragraph',
      text: words.flow([
        words.say('diagnosis-dates', { name, opened: diagnosis.openedOn, asOf: result.asOf, year: diagnosis.year }),
        ...teamText(mill),
        rolesText(mill),
        seeText(found, words),
      ]),
    },
    ...found,
    { kind: 'paragraph', text: unknownText(mill) },
    ...doubtful(mill),
  ];
}

/** Figures that cannot well be as they were given. */
function doubtful(mill: Mill): Block[] {
  const { words, warnings } = mill;
  if (warnings.length === 0) return [];
  return [
    {
      kind: 'callout',
      tone: 'warning',
      title: words.say('warnings-heading'),
      text: warnings.map((warning) => warningLine(warning, mill, words)).join('\n'),
    },
  ];
}

function teamText({ diagnosis, words, choices }: Mill): string[] {
  const team = (diagnosis.team ?? []).map((member) => memberText(member, words));
  const author = choices?.preparedBy ?? '';
  return [
    ...(team.length === 0 ? [] : [words.say('diagnosis-team', { list: words.list(team) })]),
    ...(author === '' ? [] : [words.say('diagnosis-author', { author })]),
  ];
}

/** The roles of the mill that the questions are for. */
function rolesText(mill: Mill): string {
  const { words, guidance } = mill;
  const asked = topicQuestions(mill).filter((question) => mill.isAsked(question));
  const counts = new Map<string, number>();
  for (const { id } of asked) {
    const role = words.pick(guidance[id]?.ask);
    if (role !== '') counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const roles = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([role]) => role);
  if (roles.length === 0) return '';
  return words.say('diagnosis-roles', { list: words.list(roles.slice(0, ROLES)) });
}

/** Questions by topic and what their answers rest on: said, document seen, verified on site. */
function restsOn(mill: Mill): Block {
  const { words, topics } = mill;
  const figure = { width: 11, align: 'right' } as const;
  const row = (title: string, counts: AnswerGrounds, strong: boolean): TableRow => {
    const { claimed, seen, verified, measured, unknown, notApplicable } = counts;
    const answered = claimed + seen + verified + measured;
    const share = (part: number) =>
      answered === 0 ? '—' : words.say('count-share', { count: part, share: Math.round((100 * part) / answered) });
    const cells = [
      String(answered),
      share(claimed),
      share(seen),
      share(verified),
      share(measured),
      String(unknown),
      String(notApplicable),
    ];
    return { cells: [title, ...cells].map((text) => (strong ? { text, strong } : text)) };
  };
  return {
    kind: 'table',
    key: 'rests-on',
    caption: words.say('rests-on-caption'),
    columns: [
      { title: words.say('column-topic'), width: 17 },
      { title: words.say('column-answered'), ...figure },
      { title: words.say('column-claimed'), ...figure },
      { title: words.say('column-seen'), ...figure },
      { title: words.say('column-on-site'), ...figure },
      { title: words.say('column-measured'), ...figure },
      { title: words.say('column-unclear'), ...figure },
      { title: words.say('column-not-applicable'), ...figure },
    ],
    rows: [
      ...topics.map(({ name, pack }) => row(name, answerGrounds(pack.questions, mill), false)),
      row(words.say('plan-sum'), answerGrounds(topicQuestions(mill), mill), true),
    ],
  };
}

/** What was verified on site, with what was noted there; what proves a problem stands beside that problem instead. */
function seenOnSite(mill: Mill): Block[] {
  const { words, diagnosis } = mill;
  const problems = new Set(problemsOf(mill).map(({ gap }) => gap.question));
  const all = Object.entries(diagnosis.answers).flatMap(([id, { verified, note = '' }]) =>
    verified === undefined || note === '' || mill.question(id) === undefined ? [] : [{ id, note }],
  );
  const notes = all.filter(({ id }) => !problems.has(id));
  const elsewhere = all.length - notes.length;
  return [
    ...(notes.length === 0 ? [] : [notesTable(notes, mill)]),
    ...(elsewhere === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: words.say('on-site-elsewhere', { count: elsewhere, table: refer('problems') }),
          },
        ]),
  ];
}

function notesTable(notes: readonly { readonly id: string; readonly note: string }[], mill: Mill): Block {
  const { words } = mill;
  return {
    kind: 'table',
    key: 'on-site',
    caption: words.say('on-site-caption'),
    columns: [
      { title: words.say('column-id'), width: 14 },
      { title: words.say('column-question'), width: 44 },
      { title: words.say('column-note-on-site'), width: 42 },
    ],
    rows: notes.map(({ id, note }) => ({ cells: [id, itemTitle(id, mill), shortNote(note, words)] })),
  };
}

function unknownText(mill: Mill): string {
  const { words, name } = mill;
  const items = openItems(mill);
  if (items.length === 0) return words.say('diagnosis-all-known', { name });
  const people = [...new Set(items.map((item) => whoKnows(item, mill)))];
  return words.say('diagnosis-unknown', {
    ...openCounts(items),
    people: words.list(people.slice(0, ROLES)),
    annex: refer('annex-unknowns'),
  });
}
