import { knownIds } from '../../../documents/composer/known-ids.ts';
import { useWords } from '../../../i18n/use-words.ts';

/** What a kind of machine is called; its id where no list knows it. */
export function useKindName(): (kind: string) => string {
  const { pick } = useWords();
  return (kind) => pick(knownIds.machines.get(kind)?.name) || kind;
}
