import { Link } from 'wouter';
import { shippedQuestions } from '#assessments/packs/registry.ts';
import { warningLine, warningPlace } from '#assessments/reporting/warning-line.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { PlainWarning } from '#assessments/scoring/warnings.ts';
import { sectionPath, stepPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { packOf } from '../../storage/enterprise-store.ts';

/** Everything that is implausible, contradictory or left open, each leading to where it is mended; nothing where nothing is. */
export function MillWarnings({ mill }: { readonly mill: ScoredMill }) {
  const { say, language } = useWords();
  const words = wordsIn(language);
  const { warnings, dossier } = mill;
  if (warnings.length === 0) return null;
  return (
    <details className="callout warnings">
      <summary>{say('warnings', { count: warnings.length })}</summary>
      <ul>
        {warnings.map((warning) => {
          const to = placeToMend(warning, dossier.id);
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
function placeToMend(warning: PlainWarning, enterprise: string): string | null {
  const place = warningPlace(warning);
  switch (place.kind) {
    case 'fact':
      return stepPath(enterprise, 'facts');
    case 'question': {
      const question = shippedQuestions.get(place.id);
      return question === undefined ? null : sectionPath(enterprise, packOf(place.id), question.dimension, place.id);
    }
    case 'processes':
    case 'county':
      return stepPath(enterprise, 'profile');
    case 'opened-on':
      return null;
  }
}
