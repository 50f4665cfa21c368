import { isDiskFull } from '../storage/is-disk-full.ts';
import { useWords } from '../i18n/use-words.ts';

/** Why the database did not take a change, in the user's language. */
export function useReason(): (error: unknown) => string {
  const { say } = useWords();
  return (error) => (isDiskFull(error) ? say('trouble-disk-full') : say('unexpected', { error: String(error) }));
}

/** Does what changes the database; where that fails, says why, and that nothing was changed. Never rejects. */
export function useAttempt(): (work: () => Promise<void>) => Promise<void> {
  const { say } = useWords();
  const reasonOf = useReason();
  return (work) =>
    work().catch((error: unknown) => {
      alert(say('not-done', { reason: reasonOf(error) }));
    });
}
