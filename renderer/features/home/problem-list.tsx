import { pointer, problemText, type Problem } from '#assessments/schema/problem.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierParts } from './dossier-parts.ts';
import { problemPlace } from './problem-place.ts';

const MOST_PROBLEMS = 20;

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly days: readonly (string | null)[];
}

/** Why a dossier was refused, place by place; the first ones and how many more there are. */
export function ProblemList({ problems, days }: ProblemListProps) {
  const words = useWords();
  const { say, language } = words;
  const dossier = dossierParts(words, days);
  const more = problems.length - MOST_PROBLEMS;
  return (
    <>
      <ul className="problems" tabIndex={0} aria-label={say('import-refused')}>
        {problems.slice(0, MOST_PROBLEMS).map(({ path, code }, i) => {
          const { names, unnamed } = problemPlace(path, dossier);
          return (
            <li key={i}>
              <span title={pointer(path)}>
                {names.join(say('place-separator'))}
                {unnamed === null ? null : (
                  <small>
                    {' '}
                    <code>{unnamed}</code>
                  </small>
                )}
              </span>
              <br />
              {problemText(code, language)}
            </li>
          );
        })}
      </ul>
      {more > 0 ? <p>{say('more-problems', { count: more })}</p> : null}
    </>
  );
}
