import { strayAnswers, strayText } from '#assessments/reporting/stray-answers.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { useWords } from '../../i18n/use-words.ts';
import { effective } from './answer-state.ts';
import type { Section } from './sections.ts';

/** The answers of a section to questions that its pack has in other versions only: kept, and not scored. */
export function StrayAnswers({ section, mill }: { readonly section: Section; readonly mill: ScoredMill }) {
  const { say, pick, language } = useWords();
  const strays = strayAnswers(mill).filter(
    ({ pack, question }) => pack === section.pack && question?.dimension === section.id,
  );
  if (strays.length === 0) return null;
  return (
    <details className="not-asked">
      <summary>{say('stray-answers', { count: strays.length, version: mill.packs[section.pack].version })}</summary>
      <ul>
        {strays.map((stray) => (
          <li key={stray.id}>
            {stray.id} {pick(stray.question?.stem)}{' '}
            <small>{strayText(stray, effective(stray.answer), wordsIn(language))}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
