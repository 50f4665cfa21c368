import type { Block } from '#assessments/reporting/report-document.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The first things to do as cards, numbered in their order; a line that nothing fits yet where there are none. */
export function FirstCards({ blocks }: { readonly blocks: readonly Block[] }) {
  const { say, language } = useWords();
  const star = wordsIn(language).say('star');
  const cards = blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : []));
  if (cards.length === 0) return <p className="hint">{say('board-nothing-yet')}</p>;
  return (
    <>
      <ol className="first-cards">
        {cards.map(({ title, rows }) => (
          <li key={title}>
            <strong>{title}</strong>
            <dl>
              {rows.map(({ label, value, detail }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {value} <small>{detail}</small>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {cards.some(({ rows }) => rows.some(({ value }) => value.includes(star))) ? (
        <p className="hint">{say('board-star')}</p>
      ) : null}
    </>
  );
}
