import { shownFigure } from '../../scoring/shown-number.ts';
import { itemTitle } from '../answer-text.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { unknownsByPerson } from '../unknowns.ts';

const MOST = 3;

/** Who finds out what, those first who can clear up most; that all is known where it is. */
export function openQuestions(mill: Mill): Block[] {
  const { words } = mill;
  const groups = unknownsByPerson(mill);
  const count = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const heading: Block = { kind: 'heading', level: 3, text: words.say('owner-unknown', { count }) };
  if (count === 0) return [heading, { kind: 'paragraph', text: words.say('owner-all-known') }];
  const items = groups.slice(0, MOST).map(({ person, ids, effects }) => {
    const title = itemTitle(ids[0] ?? '', mill);
    const what = ids.length === 1 ? title : words.say('owner-among', { title, count: ids.length });
    const effect = words.list(
      effects.map(({ topic, points }) => words.say('effect', { topic, points: shownFigure(points) })),
    );
    return words.say(effect === '' ? 'owner-finds' : 'owner-finds-effect', { person, what, effect });
  });
  return [heading, { kind: 'list', ordered: false, items }];
}
