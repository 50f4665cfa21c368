import { warningMessage } from '#assessments/scoring/warning-message.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** What is implausible about a fact of the year, beside its field. */
export function FactWarnings({ fact }: { readonly fact: string }) {
  const { language } = useWords();
  const { diagnosis, mill } = useRecord();
  return mill.warnings
    .filter((warning) => warning.path === `facts.${diagnosis.year}.${fact}`)
    .map((warning) => (
      <p key={warning.code} className="fact-warning" role="alert">
        {warningMessage(warning, language)}
      </p>
    ));
}
