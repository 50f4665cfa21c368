import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { progressOf } from './listing.ts';

/** How many of all are shown, and their average progress, in which one that is not begun counts 0. */
export function ListSummary({ shown, all }: { readonly shown: readonly EnterpriseRow[]; readonly all: number }) {
  const { say } = useWords();
  const sum = shown.reduce((total, row) => total + (progressOf(row) ?? 0), 0);
  return (
    <p className="list-summary" role="status">
      {say('shown-of', { shown: shown.length, all })}
      {shown.length === 0 ? null : say('average-progress', { share: Math.floor((100 * sum) / shown.length) })}
    </p>
  );
}
