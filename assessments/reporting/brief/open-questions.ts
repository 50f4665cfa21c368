import { shownFigure } from '../../scoring/shown-number.ts';
import { unknownTitle } from '../ask.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { briefTitle } from '../short-note.ts';
import { unknownsByPerson } from '../unknowns.ts';

const MOST = 2;

/** Who finds out what, those first who can clear up most; that all is known where it is. */
export function openQuestions(mill: Mill): Block[] {
  const { words } = mill;
  const groups = unknownsByPerson(mill);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const heading: Block = { kind: 'heading', level: 3, text: words.say('owner-unknown', { count }) };
  if (count === 0) return [heading, { kind: 'paragraph', text: words.say('owner-all-known') }];
  const items = groups.slice(0, MOST).map(({ person, items: own, effects }) => {
    const [first] = own;
    const title = first === undefined ? '' : briefTitle(unknownTitle(first, mill));
    const what = own.length === 1 ? title : words.say('owner-among', { title, count: own.length });
    const effect = words.list(
      effects.map(({ topic, points }) => words.say('effect', { topic, points: shownFigure(points) })),
    );
    return words.say(effect === '' ? 'owner-finds' : 'owner-finds-effect', { person, what, effect });
  });
  return [heading, { kind: 'list', ordered: false, items }];
}
