import { bareHash } from '../../schema/bare-hash.ts';
import { evidenceName } from '../../schema/evidence-name.ts';
import { packList } from '../../packs/library.ts';
import type { Answer } from '../../schema/answers.ts';
import type { Pack, Question } from '../../schema/pack.ts';
import { answerText } from '../answer-text.ts';
import { answerCounts, totalCounts } from '../counts.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { strayAnswers, strayText } from '../stray-answers.ts';

/** Every answer with its notes, what does not apply, and the files that prove answers. */
export function answersAnnex(mill: Mill): Block[] {
  return [...allAnswers(mill), ...notApplicable(mill), ...evidenceList(mill)];
}

function allAnswers(mill: Mill): Block[] {
  const { words } = mill;
  const blocks = [...packList(mill.packs).flatMap((pack) => answersOfPack(pack, mill)), ...strays(mill)];
  if (blocks.length === 0) return [];
  return [
    { kind: 'heading', level: 1, key: 'annex-answers', text: words.say('answers-heading') },
    {
      kind: 'paragraph',
      text: words.say('answers-lead', { name: mill.name, count: answerCounts(mill).all, ...totalCounts(mill) }),
    },
    ...blocks,
  ];
}

/** A pack's answers; those that the score does not use stand apart but are not lost. */
function answersOfPack(pack: Pack, mill: Mill): Block[] {
  const { words, diagnosis, pinned, isAsked } = mill;
  const name = words.pick(pack.name);
  const answered = pack.questions.filter((question) => diagnosis.answers[question.id] !== undefined);
  const counted = answered.filter((question) => pinned.includes(pack.id) && isAsked(question));
  const rest = answered.filter((question) => !counted.includes(question));
  return [
    ...answersTable(name, byDimension(counted, pack, mill), mill),
    ...answersTable(words.say('answers-unscored', { topic: name }), byDimension(rest, pack, mill), mill),
  ];
}

/** What was answered to questions that the packs of this diagnosis do not have; kept, and no part of any score. */
function strays(mill: Mill): Block[] {
  const { words } = mill;
  const rows = strayAnswers(mill).flatMap((stray): TableRow[] => {
    const { id, answer, question } = stray;
    const said = (side: 'self' | 'verified') => strayText(stray, answer[side], words) ?? '—';
    const cells = [id, words.pick(question?.stem) || '—', said('self'), said('verified')];
    return [{ cells }, ...remarkRows(answer, mill)];
  });
  return answersTable(words.say('answers-stray'), rows, mill);
}

function answersTable(title: string, rows: readonly TableRow[], { words }: Mill): Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 13 },
        { title: words.say('column-question'), width: 37 },
        { title: words.say('column-self-answer'), width: 27 },
        { title: words.say('column-verified'), width: 23 },
      ],
      rows,
    },
  ];
}

function byDimension(questions: readonly Question[], pack: Pack, mill: Mill): TableRow[] {
  const rows: TableRow[] = [];
  let band = '';
  for (const question of questions) {
    const name = mill.words.pick(pack.dimensions.find((dimension) => dimension.id === question.dimension)?.name);
    if (name !== band && name !== '') rows.push({ band: true, cells: [name] });
    band = name;
    rows.push(...answerRows(question, mill));
  }
  return rows;
}

function answerRows(question: Question, mill: Mill): TableRow[] {
  const answer = mill.diagnosis.answers[question.id];
  if (answer === undefined) return [];
  const { words } = mill;
  const self = answer.self === undefined ? '—' : answerText(question, answer.self, words);
  const verified =
    answer.verified === undefined ? '—' : { text: answerText(question, answer.verified, words), strong: true };
  return [{ cells: [question.id, words.pick(question.stem), self, verified] }, ...remarkRows(answer, mill)];
}

function remarkRows(answer: Answer, mill: Mill): TableRow[] {
  return remarksOf(answer, mill).map((text) => ({ cells: [{ text, tone: 'muted' as const }], span: true }));
}

function remarksOf(answer: Answer, { words, dossier }: Mill): string[] {
  const { note, flag, evidence } = answer;
  const fileName = (hash: string) =>
    evidenceName(
      answer,
      hash,
      dossier.evidence?.find((file) => bareHash(file.sha256) === bareHash(hash)),
    ) ?? hash.slice(0, 19);
  return [
    note === undefined || note === '' ? '' : words.say('note', { text: note }),
    flag === undefined || flag === '' ? '' : words.say('flag', { text: flag }),
    evidence === undefined || evidence.length === 0
      ? ''
      : words.say('evidence', { count: evidence.length, list: words.list(evidence.map(fileName)) }),
  ].filter((remark) => remark !== '');
}

function notApplicable(mill: Mill): Block[] {
  const { words, name, topics, isAsked } = mill;
  const questions = topics.flatMap(({ pack }) => pack.questions);
  const answered = questions.filter((question) => isAsked(question) && mill.answer(question)?.na !== undefined);
  const hidden = questions.filter((question) => !isAsked(question)).length;
  const heading: Block = { kind: 'heading', level: 2, text: words.say('na-heading') };
  const lead: Block = { kind: 'paragraph', text: words.say('na-lead', { name, count: answered.length, hidden }) };
  if (answered.length === 0) return [heading, lead];
  return [
    heading,
    lead,
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 14 },
        { title: words.say('column-question'), width: 50 },
        { title: words.say('column-reason'), width: 36 },
      ],
      rows: answered.map((question) => ({
        cells: [question.id, words.pick(question.stem), mill.answer(question)?.na ?? ''],
      })),
    },
  ];
}

/** The files that prove answers, as the dossier lists them. */
function evidenceList({ dossier, words }: Mill): Block[] {
  const files = dossier.evidence ?? [];
  if (files.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('evidence-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-file'), width: 34 },
        { title: words.say('column-hash'), width: 16 },
        { title: words.say('column-added'), width: 14 },
        { title: words.say('column-note'), width: 36 },
      ],
      rows: files.map((file) => ({
        cells: [file.name ?? '—', bareHash(file.sha256).slice(0, 12), file.addedOn ?? '—', file.note ?? ''],
      })),
    },
  ];
}
