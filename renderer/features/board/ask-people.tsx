import type { ReactNode } from 'react';
import { openItemText } from '#assessments/reporting/ask.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import type { unknownsByPerson } from '#assessments/reporting/unknowns.ts';
import { useWords } from '../../i18n/use-words.ts';

interface AskPeopleProps {
  readonly groups: ReturnType<typeof unknownsByPerson>;
  readonly mill: Mill;
  readonly link: (text: string) => ReactNode;
}

/** What is unknown and with whom, those first who can clear up most. */
export function AskPeople({ groups, mill, link }: AskPeopleProps) {
  const { say } = useWords();
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <section className="board-part" aria-labelledby="board-unknown">
      <h2 id="board-unknown">{say('board-unknown', { count })}</h2>
      {count === 0 ? <p className="tone-good">{say('board-all-known')}</p> : null}
      {groups.map(({ person, items }) => (
        <details key={person} className="ask">
          <summary>
            {person} <small>{say('ask-count', { count: items.length })}</small>
          </summary>
          <ul>
            {items.map((item) => (
              <li key={item.id}>{link(openItemText(item, mill))}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
