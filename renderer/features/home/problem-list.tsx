import { pointer, problemText, type Problem } from '#assessments/schema/problem.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierParts } from './dossier-parts.ts';
import { problemPlace } from './problem-place.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly days: readonly (string | null)[];
}

/** Why a dossier was refused, place by place; that there are more is said below them. */
export function ProblemList({ problems, days }: ProblemListProps) {
  const words = useWords();
  const { say, language } = words;
  const dossier = dossierParts(words, days);
  const named = problems.filter(({ code }) => code !== 'more-problems');
  return (
    <>
      <ul className="problems" tabIndex={0} aria-label={say('import-refused')}>
        {named.map((problem, i) => {
          const { names, unnamed } = problemPlace(problem.path, dossier);
          return (
            <li key={i}>
              <span title={pointer(problem.path)}>
                {names.join(say('place-separator'))}
                {unnamed === null ? null : (
                  <small>
                    {' '}
                    <code>{unnamed}</code>
                  </small>
                )}
              </span>
              <br />
              {problemText(problem, language)}
            </li>
          );
        })}
      </ul>
      {named.length < problems.length ? <p>{problemText({ code: 'more-problems' }, language)}</p> : null}
    </>
  );
}
