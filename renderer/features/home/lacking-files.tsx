import { bareHash } from '#assessments/schema/bare-hash.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { OpenedPackage, Sha256 } from '#electron/contract/desktop-api.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FirstItems } from '../../ui/first-items.tsx';
import { ForeignName } from '../../ui/foreign-name.tsx';
import { shortHash } from '../../ui/short-hash.ts';

const SHOWN = 20;

/** A file of evidence that a package no longer holds whole. */
export interface LackingFile {
  readonly sha256: Sha256;
  /** As the dossier calls it; null where it calls it nothing. */
  readonly name: string | null;
  /** Its place in the package, from 1. */
  readonly number: number;
}

/** Files of a package by the names that its dossier gives them. */
export function lackingFiles(
  { evidence }: Pick<OpenedPackage, 'evidence'>,
  hashes: readonly Sha256[],
  dossier: Pick<Dossier, 'evidence'>,
): LackingFile[] {
  return hashes.map((sha256) => ({
    sha256,
    name: dossier.evidence?.find((file) => bareHash(file.sha256) === sha256)?.name ?? null,
    number: evidence.findIndex((file) => file.sha256 === sha256) + 1,
  }));
}

/** Names the files, the first of many. */
export function LackingFiles({ files }: { readonly files: readonly LackingFile[] }) {
  const { say } = useWords();
  return (
    <ul>
      <FirstItems
        all={files}
        most={SHOWN}
        item={({ sha256, name, number }) => (
          <li key={sha256}>
            {name === null ? (
              say('evidence-unnamed', { number, hash: shortHash(sha256) })
            ) : (
              <ForeignName name={name} most={80} />
            )}
          </li>
        )}
        more={(count) => say('names-more', { count })}
      />
    </ul>
  );
}
