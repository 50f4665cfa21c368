import { annexes } from './chapters/answers.ts';
import { cover } from './chapters/cover.ts';
import { factsChapter } from './chapters/facts.ts';
import { methodPage } from './chapters/method.ts';
import { photosChapter } from './chapters/photos.ts';
import { planAnnexes } from './chapters/plan-annexes/plan-annexes.ts';
import { planChapter } from './chapters/plan/plan-chapter.ts';
import { summary } from './chapters/summary.ts';
import { topicChapter } from './chapters/topic.ts';
import type { Block, ReportDocument, UnprintableText } from './report-document.ts';
import { REPORT_CHAPTERS, type Mill, type ReportChapter } from './report-input.ts';
import { reportMeta, runningText } from './report-meta.ts';

const CHAPTERS: Readonly<Record<ReportChapter, (mill: Mill) => Block[]>> = {
  summary,
  topics: (mill) => mill.topics.flatMap((topic) => topicChapter(topic, mill)),
  plan: planChapter,
  'plan-annexes': planAnnexes,
  facts: factsChapter,
  method: methodPage,
  answers: annexes,
  photos: photosChapter,
};

/** The report of one diagnosis, as plain data in the reader's language. */
export function reportOf(mill: Mill): ReportDocument {
  return {
    language: mill.language,
    meta: reportMeta(mill),
    running: runningText(mill),
    contents: mill.words.say('contents'),
    labels: { figure: mill.words.say('label-figure'), table: mill.words.say('label-table') },
    unprintable: unprintable(mill),
    blocks: [
      cover(mill),
      ...REPORT_CHAPTERS.filter((chapter) => mill.choices?.chapters.includes(chapter) ?? true).flatMap((chapter) =>
        CHAPTERS[chapter](mill),
      ),
    ],
  };
}

function unprintable({ words }: Mill): UnprintableText {
  return {
    heading: words.say('unprintable-heading'),
    introduction: words.say('unprintable-intro'),
    columns: [words.say('unprintable-code'), words.say('unprintable-place'), words.say('unprintable-count')],
  };
}
