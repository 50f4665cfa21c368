import { warningPlace } from '#assessments/reporting/warning-line.ts';
import { warningMessage } from '#assessments/scoring/warning-message.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** What is implausible about a fact of the year or of the year before, beside its fields. */
export function FactWarnings({ fact }: { readonly fact: string }) {
  const { language } = useWords();
  const { diagnosis, mill } = useRecord();
  return mill.warnings.flatMap((warning) => {
    const place = warningPlace(warning);
    if (place.kind !== 'fact' || place.id !== fact) return [];
    return [
      <p key={`${warning.code} ${warning.path}`} className="fact-warning" role="alert">
        {place.year === diagnosis.year ? '' : `${place.year} `}
        {warningMessage(warning, language)}
      </p>,
    ];
  });
}
