import { adviceFor } from '../packs/advice.ts';
import type { Mill } from './report-input.ts';

/** How the mill does better at a question or KPI, in one text; empty where there is no guidance to it. */
export function adviceText(id: string, { guidance, dossier, words }: Mill): string {
  const found = guidance[id];
  if (found === undefined) return '';
  return adviceFor(found, dossier.enterprise).map(words.pick).join(words.say('sentence-gap'));
}
