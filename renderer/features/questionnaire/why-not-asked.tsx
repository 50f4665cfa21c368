import { useWords } from '../../i18n/use-words.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { Question } from '#assessments/schema/pack.ts';
import type { Section } from './sections.ts';

/** The questions of a section that this mill is not asked, each with the reason. */
export function WhyNotAsked({ section }: { readonly section: Section }) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  if (section.left.length === 0) return null;
  const reason = ({ applies }: Question) =>
    applies.site === undefined
      ? say('no-sub-sector', {
          list: words.list((applies.subSectors ?? []).map((sector) => words.say(`sector-${sector}`))),
        })
      : say(applies.site === 'wet' ? 'no-wet-process' : 'has-wet-process');
  return (
    <details className="not-asked">
      <summary>{say('not-asked', { count: section.left.length })}</summary>
      <ul>
        {section.left.map((question) => (
          <li key={question.id}>
            {question.id} {pick(question.stem)} <small>{reason(question)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
