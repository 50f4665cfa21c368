import { labelled } from '../../../assessments/reporting/report-document.ts';
import type { Draft } from './draft.ts';
import { field, run, type RunLook } from './paragraph.ts';

const KINDS = ['figure', 'table'] as const;

/** A text as `run` writes it, in which each 图3 or Table 2 of this document is a field that leads to its caption. */
export function textWithReferences(text: string, draft: Draft, look: RunLook = {}): string {
  let written = '';
  let from = 0;
  for (const { index, shown, bookmark } of referencesIn(text, draft)) {
    written += run(text.slice(from, index), look) + field(`REF ${bookmark} \\h`, shown, look);
    from = index + shown.length;
  }
  return written + run(text.slice(from), look);
}

interface Reference {
  readonly index: number;
  readonly shown: string;
  readonly bookmark: string;
}

function referencesIn(text: string, draft: Draft): Reference[] {
  return KINDS.flatMap((kind) => {
    const [before = ''] = labelled(draft.labels[kind], '\0').split('\0');
    return [...text.matchAll(new RegExp(`(?<![\\p{Script=Latin}附])${before}([1-9]\\d*)(?![\\d.-])`, 'gu'))].flatMap(
      ({ index, 0: shown, 1: number }) => {
        const bookmark = draft.captionBookmark(kind, Number(number));
        return bookmark === undefined ? [] : [{ index, shown, bookmark }];
      },
    );
  }).sort((a, b) => a.index - b.index);
}
