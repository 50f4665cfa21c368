import type { Dossier } from '#assessments/schema/dossier.ts';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { useWords } from '../../i18n/use-words.ts';
import { lackingFiles, LackingFiles } from './lacking-files.tsx';

interface PackageDamageProps {
  readonly came: OpenedPackage;
  readonly theirs: Dossier;
}

/** What of a package cannot be taken, and what can all the same. */
export function PackageDamage({ came, theirs }: PackageDamageProps) {
  const { say } = useWords();
  if (!came.isDamaged) return null;
  const damaged = came.evidence.filter(({ isDamaged }) => isDamaged).map(({ sha256 }) => sha256);
  if (damaged.length === 0) return <p className="tone-warning">{say('package-torn')}</p>;
  return (
    <section className="tone-bad" role="alert">
      <p>{say('package-lacks', { count: damaged.length, whole: came.evidence.length - damaged.length })}</p>
      <LackingFiles files={lackingFiles(came, damaged, theirs)} />
      <p>{say('package-lacks-hint')}</p>
    </section>
  );
}
