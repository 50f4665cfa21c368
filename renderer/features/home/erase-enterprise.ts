import type { Outcome } from '#electron/contract/outcomes.ts';
import { forgetPlaces } from '../../app/remembered-place.ts';
import type { Services } from '../../app/services.ts';
import { forgetFieldNotes } from '../enterprise/field-notes.ts';
import { forgetLastWords } from '../../storage/last-words.ts';
import { forgetWordsAsideOf } from '../../storage/words-aside.ts';
import { declineCopies } from './declined-copies.ts';

/**
 * Takes an enterprise away for good: from the database and its log, from what pages remember, and its copies.
 * @returns whether the copies are gone @throws what the database says
 */
export async function eraseEnterprise(
  { id, revision }: { readonly id: string; readonly revision: number },
  { store, mirror }: Pick<Services, 'store' | 'mirror'>,
): Promise<Outcome<null>> {
  declineCopies([{ id, revision, reason: 'missing' }]);
  await store.erase(id);
  forgetLastWords(id);
  forgetWordsAsideOf(id);
  forgetPlaces(id);
  forgetFieldNotes(id);
  return mirror.forget(id);
}
