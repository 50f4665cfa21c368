import { annexes } from './chapters/answers.ts';
import { cover, demoMark } from './chapters/cover.ts';
import { factsChapter } from './chapters/facts.ts';
import { methodPage } from './chapters/method.ts';
import { summary } from './chapters/summary.ts';
import { topicChapter } from './chapters/topic.ts';
import type { Block, ReportDocument, ReportMeta, RunningText, UnprintableText } from './report-document.ts';
import { millOf, REPORT_CHAPTERS, type Mill, type ReportChapter, type ReportInput } from './report-input.ts';

const HASH_DIGITS = 12;

const CHAPTERS: Readonly<Record<ReportChapter, (mill: Mill) => Block[]>> = {
  summary,
  topics: (mill) => mill.topics.flatMap((topic) => topicChapter(topic, mill)),
  facts: factsChapter,
  method: methodPage,
  answers: annexes,
};

/** The report of one diagnosis, as plain data in the reader's language. */
export function reportOf(input: ReportInput): ReportDocument {
  const mill = millOf(input);
  return {
    language: input.language,
    meta: meta(mill),
    running: running(mill),
    unprintable: unprintable(mill),
    blocks: [
      cover(mill),
      ...REPORT_CHAPTERS.filter((chapter) => input.choices?.chapters.includes(chapter) ?? true).flatMap((chapter) =>
        CHAPTERS[chapter](mill),
      ),
    ],
  };
}

function meta({ words, name, diagnosis, dossier, result }: Mill): ReportMeta {
  return {
    title: words.say('meta-title', { name, year: diagnosis.year }),
    subject: words.say('meta-subject'),
    author: words.say('meta-author'),
    keywords: words.say('meta-keywords', { id: dossier.id }),
    issuedOn: result.asOf,
    inputHash: result.inputHash,
  };
}

function running(mill: Mill): RunningText {
  const { words, name, diagnosis, result, topics } = mill;
  const versions = [...new Set(topics.map((topic) => topic.result.version))].join(', ');
  return {
    header: words.say('running-header', { name, year: diagnosis.year }),
    mark: demoMark(mill),
    footer: words.say('running-footer', {
      method: result.method,
      versions,
      hash: result.inputHash.slice(0, HASH_DIGITS),
    }),
    pageNumber: words.say('page-number'),
  };
}

function unprintable({ words }: Mill): UnprintableText {
  return {
    heading: words.say('unprintable-heading'),
    introduction: words.say('unprintable-intro'),
    columns: [words.say('unprintable-code'), words.say('unprintable-place'), words.say('unprintable-count')],
  };
}
