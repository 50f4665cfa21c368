import { bareHash } from '../../schema/bare-hash.ts';
import { evidenceName } from '../../schema/evidence-name.ts';
import { shownFigure, shownScore } from '../../scoring/shown-number.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { nextLineText } from '../chapters/indicator-table.ts';
import { refer } from '../numbered.ts';
import { fewIds } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import { problemsOf, wantedText, type Problem } from '../problems.ts';
import type { Block, TableCell } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { shortNote } from '../short-note.ts';

const MANY_IDS = 4;
/** Measures by name; of more the ids suffice, the table of measures has their names. */
const NAMED = 2;

/** Chapter 4: each problem with its proof, what it costs the mill, and the measure that closes it. */
export function problems(mill: Mill): Block[] {
  const { words, name } = mill;
  const found = problemsOf(mill);
  const heading: Block = { kind: 'heading', level: 1, text: words.say('body-problems') };
  if (found.length === 0) return [heading, { kind: 'paragraph', text: words.say('problems-none', { name }) }];
  const failed = found.filter(({ gap }) => gap.kind === 'failed-gate').length;
  return [
    heading,
    {
      kind: 'paragraph',
      text: words.say('problems-lead', { name, count: found.length, failed, table: refer('problems') }),
    },
    {
      kind: 'table',
      key: 'problems',
      caption: words.say('problems-caption'),
      columns: [
        { title: words.say('column-problem'), width: 34 },
        { title: words.say('column-proof'), width: 30 },
        { title: words.say('column-impact'), width: 14 },
        { title: words.say('column-measures-for'), width: 22 },
      ],
      rows: found.map((problem) => ({ cells: cellsOf(problem, mill) })),
    },
  ];
}

function cellsOf(problem: Problem, mill: Mill): (string | TableCell)[] {
  const { gap } = problem;
  return [
    lines(
      `${gap.question} ${itemTitle(gap.question, mill)}`,
      mill.words.say('problem-is', { state: itemState(gap.question, mill) }),
    ),
    proofText(gap, mill),
    { text: impactText(problem, mill), tone: gap.kind === 'failed-gate' ? 'bad' : 'normal' },
    measuresText(problem, mill),
  ];
}

/** The note and evidence beside the answer, the self answer where verification moved it, and what it should come to. */
function proofText(gap: Problem['gap'], mill: Mill): string {
  const id = gap.question;
  const { words, diagnosis, dossier } = mill;
  const answer = diagnosis.answers[id];
  const files = (answer?.evidence ?? []).map(
    (hash) =>
      evidenceName(
        answer,
        hash,
        dossier.evidence?.find((file) => bareHash(file.sha256) === bareHash(hash)),
      ) ?? hash.slice(0, 19),
  );
  const note = answer?.note ?? '';
  const wanted =
    wantedText(id, mill) || (gap.kind === 'points' ? anchorWanted(id, gap.points.low, mill) : words.say('state-met'));
  return lines(
    note === ''
      ? ''
      : words.say(answer?.verified === undefined ? 'problem-note' : 'problem-note-verified', {
          note: shortNote(note, words),
        }),
    files.length === 0 ? '' : words.say('evidence', { count: files.length, list: words.list(files) }),
    note === '' && files.length === 0
      ? words.say(
          answer === undefined
            ? 'problem-by-facts'
            : answer.verified === undefined
              ? 'problem-claimed'
              : 'problem-verified',
        )
      : '',
    wanted === '' ? '' : words.say('problem-wanted', { wanted }),
  );
}

/** The next line of a KPI above today's points; empty for what is none. */
function anchorWanted(id: string, points: number, mill: Mill): string {
  const kpi = mill.kpi(id);
  return kpi === undefined ? '' : nextLineText(kpi, points, mill);
}

function impactText({ gap }: Problem, mill: Mill): string {
  const { words, packs, topics } = mill;
  const pack = packs[gap.pack];
  const topic = words.pick(pack.shortName);
  if (gap.kind !== 'points') return words.say('problem-caps', { topic, cap: 'gateCap' in pack ? pack.gateCap : '—' });
  const result = topics.find(({ id }) => id === gap.pack)?.result;
  const blocked = result?.blockers.find(({ questions }) => questions.includes(gap.question))?.level;
  return lines(
    words.say('problem-points', { topic, points: shownFigure(gap.size), score: shownScore(gap.points) }),
    blocked === undefined ? '' : words.say('problem-blocks', { level: blocked }),
  );
}

function measuresText({ chosen, offered }: Problem, mill: Mill): string {
  const { words } = mill;
  if (chosen.length > 0) return lines(...named(chosen, mill));
  if (offered.length > 0) return words.say('problem-offered', { ids: fewIds(offered, MANY_IDS, words) });
  return plannedMillOf(mill) === null ? '—' : words.say('closes-none');
}

function named(ids: readonly string[], mill: Mill): string[] {
  const { words } = mill;
  const catalogue = plannedMillOf(mill)?.catalogue;
  const shown = ids.slice(0, NAMED).map((id) => `${id} ${words.pick(catalogue?.byId.get(id)?.name)}`);
  const rest = ids.slice(NAMED);
  return rest.length === 0 ? shown : [...shown, fewIds(rest, MANY_IDS, words)];
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
