import { answersAnnex } from './annexes/answers.ts';
import { factsChapter } from './annexes/facts.ts';
import { gatesAnnex } from './annexes/gates.ts';
import { measureCards } from './annexes/measure-cards.ts';
import { methodPage } from './annexes/method.ts';
import { norms } from './annexes/norms.ts';
import { photosChapter } from './annexes/photos.ts';
import { policiesAnnex } from './annexes/policies.ts';
import { readiness } from './annexes/readiness.ts';
import { sheetsAnnex } from './annexes/sheets.ts';
import { unknownsAnnex } from './annexes/unknowns.ts';
import { conclusion } from './body/conclusion.ts';
import { demand } from './body/demand.ts';
import { diagnosisChapter } from './body/diagnosis.ts';
import { enterprise } from './body/enterprise.ts';
import { money } from './body/money.ts';
import { problems } from './body/problems.ts';
import { safeguards } from './body/safeguards.ts';
import { solution } from './body/solution.ts';
import { standing } from './body/standing.ts';
import { ownerPage } from './brief/owner-page.ts';
import { cover } from './chapters/cover.ts';
import { dataRequest } from './data-request.ts';
import { numbered, type Numbered } from './numbered.ts';
import { highlightBlocks, remarkBlocks } from './remark-blocks.ts';
import type { Block, BlockLabels, ReportDocument } from './report-document.ts';
import {
  ANNEX_CHAPTERS,
  BODY_CHAPTERS,
  type AnnexChapter,
  type BodyChapter,
  type Mill,
  type ReportChapter,
} from './report-input.ts';
import { reportMeta, runningText, type DocumentName } from './report-meta.ts';
import type { TextId } from './words.ts';

const BODY: Readonly<Record<BodyChapter, (mill: Mill) => Block[]>> = {
  enterprise,
  diagnosis: diagnosisChapter,
  standing,
  problems,
  demand,
  solution,
  money,
  safeguards,
  conclusion,
};

const ANNEXES: Readonly<Record<AnnexChapter, (mill: Mill) => Block[]>> = {
  measures: measureCards,
  answers: answersAnnex,
  facts: factsChapter,
  gates: gatesAnnex,
  readiness,
  sheets: sheetsAnnex,
  norms,
  unknowns: unknownsAnnex,
  policies: policiesAnnex,
  method: methodPage,
  photos: photosChapter,
};

/** The documents that are read, of one diagnosis. */
export interface Documents {
  readonly brief: ReportDocument;
  readonly report: ReportDocument;
  readonly annexes: ReportDocument;
}

/** Brief, report and annexes of one diagnosis, as plain data in the reader's language. */
export function documentsOf(mill: Mill): Documents {
  return { brief: briefOf(mill), report: reportOf(mill), annexes: annexesOf(mill) };
}

/** The page of the owner by itself; made without anything of the other documents. */
export function briefOf(mill: Mill): ReportDocument {
  return documentOf('brief', mill, [
    { kind: 'heading', level: 1, text: mill.words.say('brief-heading', { name: mill.name }) },
    { kind: 'paragraph', tone: 'muted', text: dateLine(mill) },
    ...ownerPage(mill),
  ]);
}

/** Cover, contents, summary and chapters 1 to 9; where a plan was refused, the page of the owner and the data request. */
export function reportOf(mill: Mill): ReportDocument {
  if (isRefused(mill))
    return documentOf('report', mill, [
      { kind: 'heading', level: 1, text: mill.words.say('request-heading', { name: mill.name }) },
      { kind: 'paragraph', tone: 'muted', text: dateLine(mill) },
      ...ownerPage(mill),
      ...highlightBlocks(mill),
      ...remarkBlocks('conclusion', mill),
      ...dataRequest(mill),
    ]);
  return documentOf('report', mill, [
    ...frontOf(mill),
    ...bodyOf(mill).parts.flatMap((blocks, i) => (isWanted(BODY_CHAPTERS[i], mill) ? blocks : [])),
  ]);
}

/** What whoever checks needs: every answer, fact, card and source. */
export function annexesOf(mill: Mill): ReportDocument {
  return documentOf('annexes', mill, [
    { kind: 'heading', level: 1, text: mill.words.say('annexes-heading', { name: mill.name }) },
    { kind: 'paragraph', tone: 'muted', text: dateLine(mill) },
    { kind: 'contents' },
    { kind: 'page-break' },
    ...annexPartsOf(mill).parts.flatMap((blocks, i) => (isWanted(ANNEX_CHAPTERS[i], mill) ? blocks : [])),
  ]);
}

function frontOf(mill: Mill): Block[] {
  const highlights = highlightBlocks(mill);
  return [
    cover(mill),
    { kind: 'contents' },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: mill.words.say('brief-summary') },
    ...ownerPage(mill),
    ...(highlights.length === 0 ? [{ kind: 'page-break' } as const] : highlights),
  ];
}

/** Numbered as a whole, so that a choice of chapters keeps the numbers of the whole set. */
function bodyOf(mill: Mill): Numbered {
  const { words } = mill;
  const parts = BODY_CHAPTERS.map((chapter) => [
    ...BODY[chapter](mill),
    ...(chapter === 'conclusion' ? [] : remarkBlocks(chapter, mill)),
  ]);
  return numbered(parts, {
    labels: labelsOf('report', mill),
    chapter: words.say('chapter-number'),
    numberOf: String,
    elsewhere: annexPartsOf(mill).references,
  });
}

const lettered = new WeakMap<Mill, Numbered>();

function annexPartsOf(mill: Mill): Numbered {
  const made =
    lettered.get(mill) ??
    numbered(
      ANNEX_CHAPTERS.map((chapter) => ANNEXES[chapter](mill)),
      {
        labels: labelsOf('annexes', mill),
        chapter: mill.words.say('annex-number'),
        numberOf: (place) => String.fromCharCode('A'.charCodeAt(0) + place - 1),
      },
    );
  lettered.set(mill, made);
  return made;
}

function isRefused({ refused }: Mill): boolean {
  return refused !== null && refused !== undefined;
}

function isWanted(chapter: ReportChapter | undefined, { choices }: Mill): boolean {
  return choices === undefined || (chapter !== undefined && choices.chapters.includes(chapter));
}

function dateLine({ words, diagnosis, result }: Mill): string {
  return words.say('brief-line', { year: diagnosis.year, asOf: result.asOf });
}

const LABELS: Readonly<Record<DocumentName, Readonly<Record<keyof BlockLabels, TextId>>>> = {
  brief: { figure: 'label-figure', table: 'label-table' },
  report: { figure: 'label-figure', table: 'label-table' },
  annexes: { figure: 'label-annex-figure', table: 'label-annex-table' },
};

function labelsOf(name: DocumentName, { words }: Mill): BlockLabels {
  const { figure, table } = LABELS[name];
  return { figure: words.say(figure), table: words.say(table) };
}

function documentOf(name: DocumentName, mill: Mill, blocks: readonly Block[]): ReportDocument {
  const { words } = mill;
  return {
    language: mill.language,
    meta: reportMeta(mill, name),
    running: runningText(mill),
    contents: words.say('contents'),
    labels: labelsOf(name, mill),
    unprintable: {
      heading: words.say('unprintable-heading'),
      introduction: words.say('unprintable-intro'),
      columns: [words.say('unprintable-code'), words.say('unprintable-place'), words.say('unprintable-count')],
    },
    blocks,
  };
}
