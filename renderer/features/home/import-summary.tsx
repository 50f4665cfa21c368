import type { Dossier } from '#assessments/schema/dossier.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ForeignName } from '../../ui/foreign-name.tsx';
import { inertName } from '../../ui/inert-name.ts';
import { PackageDamage } from './package-damage.tsx';
import { PackageOrigin } from './package-origin.tsx';
import { differenceText, sectionTitle } from './section-words.ts';
import { isPutBack, offersEvidence, type ImportPreview } from './use-import.ts';

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
        <strong>
          <ForeignName name={theirs.enterprise.name} most={80} />
        </strong>
      </p>
      <p>{say('import-holds', { years: Object.keys(facts).length, rounds: diagnoses.length, answers })}</p>
      {came === null ? null : (
        <>
          <PackageOrigin {...came} />
          <PackageDamage came={came} theirs={theirs} />
        </>
      )}
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
            names: namesakes.map(({ base }) => inertName(base.enterprise.name)).join(say('list-separator')),
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
      {offersEvidence(preview) ? <p>{say('package-brings-evidence')}</p> : null}
    </>
  );
}
