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
      {groups.slice(0, SHOWN).map(person)}
      {groups.length > SHOWN ? (
        <details className="ask">
          <summary>{say('ask-others', { count: groups.length - SHOWN })}</summary>
          {groups.slice(SHOWN).map(person)}
        </details>
      ) : null}
    </section>
  );

  function person({ person: name, items }: AskPeopleProps['groups'][number]) {
    return (
      <details key={name} className="ask">
        <summary>
          {name} <small>{say('ask-count', { count: items.length })}</small>
        </summary>
        <ul>
          {items.map((item) => (
            <li key={item.id}>{link(openItemText(item, mill))}</li>
          ))}
        </ul>
      </details>
    );
  }
}

/** People who are shown at once; the others open by a click. */
const SHOWN = 5;
