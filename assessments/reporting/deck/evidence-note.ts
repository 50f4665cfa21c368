import type { Mill } from '../report-input.ts';

/** What was noted on the answer of a question; empty for none. */
export function noteOf(id: string, { diagnosis }: Mill): string {
  return Object.hasOwn(diagnosis.answers, id) ? (diagnosis.answers[id]?.note ?? '') : '';
}
