import { Link } from 'wouter';
import { warningLine, warningPlace } from '#assessments/reporting/warning-line.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { PlainWarning } from '#assessments/scoring/warnings.ts';
import { questionPath } from '../../app/question-path.ts';
import { stepPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Everything that is implausible, contradictory or left open, each leading to where it is mended; nothing where nothing is. */
export function MillWarnings({ mill }: { readonly mill: ScoredMill }) {
  const { say, language } = useWords();
  const words = wordsIn(language);
  const { warnings } = mill;
  if (warnings.length === 0) return null;
  return (
    <details className="callout warnings">
      <summary>{say('warnings', { count: warnings.length })}</summary>
      <ul>
        {warnings.map((warning) => {
          const to = placeToMend(warning, mill);
          const text = warningLine(warning, mill, words);
          return (
            <li key={`${warning.code} ${warning.path}`}>
              {text} {to === null ? null : <Link href={to}>{say('mend')}</Link>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Where the window lets the value be changed; null for the day of the round, which it keeps. */
function placeToMend(warning: PlainWarning, { dossier, questions }: ScoredMill): string | null {
  const place = warningPlace(warning);
  switch (place.kind) {
    case 'fact':
      return stepPath(dossier.id, 'facts');
    case 'question':
      return questionPath(dossier.id, place.id, questions);
    case 'processes':
    case 'county':
      return stepPath(dossier.id, 'profile');
    case 'opened-on':
      return null;
  }
}
