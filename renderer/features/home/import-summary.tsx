import type { Dossier } from '#assessments/schema/dossier.ts';
import { useWords } from '../../i18n/use-words.ts';
import { differenceText, sectionTitle } from './section-words.ts';
import { isPutBack, type ImportPreview } from './use-import.ts';

interface ImportSummaryProps {
  readonly preview: ImportPreview;
  readonly theirs: Dossier;
}

/** What a dossier holds, how it stands to the one here, and in which sections they differ. */
export function ImportSummary({ preview, theirs }: ImportSummaryProps) {
  const { standing, namesakes, came } = preview;
  const words = useWords();
  const { say } = words;
  const { facts, diagnoses } = theirs;
  const answers = diagnoses.reduce((sum, diagnosis) => sum + Object.keys(diagnosis.answers).length, 0);
  const comparison = standing?.comparison;
  const differing = comparison?.sections.filter(({ state }) => state !== 'same') ?? [];
  const sum = (count: (section: (typeof differing)[number]) => number) =>
    differing.reduce((total, section) => total + count(section), 0);
  return (
    <>
      <p>
        <strong>{theirs.enterprise.name}</strong>
      </p>
      <p>{say('import-holds', { years: Object.keys(facts).length, rounds: diagnoses.length, answers })}</p>
      {came?.isDeidentified === true ? <p className="hint">{say('package-is-deidentified')}</p> : null}
      <p>
        {say(isPutBack(preview) ? 'import-alike' : `import-${comparison?.relation ?? 'new'}`, {
          added: sum(({ onlyThere }) => onlyThere),
          missing: sum(({ onlyHere }) => onlyHere),
          changed: sum(({ conflicts }) => conflicts.length),
        })}
      </p>
      {standing === null || standing.shelf === 'current' ? null : (
        <p className="tone-warning">{say(`import-into-${standing.shelf}`)}</p>
      )}
      {namesakes.length === 0 ? null : (
        <p className="tone-warning">
          {say('import-namesake', {
            names: namesakes.map(({ base }) => base.enterprise.name).join(say('list-separator')),
          })}
        </p>
      )}
      {standing === null || differing.length === 0 ? null : (
        <ul className="differences" tabIndex={0} aria-label={say('import-differences')}>
          {differing.map((section) => (
            <li key={JSON.stringify(section.section)}>
              {sectionTitle(section.section, [standing.mine, theirs], words)}
              <span className="tone-muted">{differenceText(section, words)}</span>
            </li>
          ))}
        </ul>
      )}
      {standing !== null && came?.bringsEvidence === true && !isPutBack(preview) ? (
        <p>{say('package-brings-evidence')}</p>
      ) : null}
    </>
  );
}
