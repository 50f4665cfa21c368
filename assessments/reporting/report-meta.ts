import { demoMark } from './chapters/cover.ts';
import type { ReportMeta, RunningText } from './report-document.ts';
import type { Mill } from './report-input.ts';

const HASH_DIGITS = 12;

/** The beginning of the hash of the input, as pages and seals carry it; the annex of the method has the whole. */
export const shortHash = ({ inputHash }: Mill['result']): string => inputHash.slice(0, HASH_DIGITS);

export type DocumentName = 'brief' | 'report' | 'annexes';

const TITLES = { brief: 'meta-title-brief', report: 'meta-title', annexes: 'meta-title-annexes' } as const;

/** What the files of one diagnosis say about themselves. */
export function reportMeta(
  { words, name, diagnosis, dossier, result }: Mill,
  document: DocumentName = 'report',
): ReportMeta {
  return {
    title: words.say(TITLES[document], { name, year: diagnosis.year }),
    subject: words.say('meta-subject'),
    author: words.say('meta-author'),
    keywords: words.say('meta-keywords', { id: dossier.id }),
    issuedOn: result.asOf,
    inputHash: result.inputHash,
  };
}

/** Head and foot of every page. */
export function runningText(mill: Mill): RunningText {
  const { words, name, diagnosis, result, topics } = mill;
  const versions = [...new Set(topics.map((topic) => topic.result.version))].join(', ');
  return {
    header: words.say('running-header', { name, year: diagnosis.year }),
    mark: demoMark(mill),
    footer: words.say('running-footer', {
      method: result.method,
      versions,
      hash: shortHash(result),
    }),
    pageNumber: words.say('page-number'),
    star: { mark: words.say('star'), note: words.say('star-note', { star: words.say('star') }) },
  };
}
