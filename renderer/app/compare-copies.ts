import { compareWithMirror } from '../storage/lost-enterprises.ts';
import { undeclined } from '../features/home/declined-copies.ts';
import type { Services } from './services.ts';

type Parts = Pick<Services, 'desktop' | 'store' | 'mirror' | 'restoreOffer' | 'evidenceSweep'> & {
  /** Brings the offer to restore before the user, wherever the page was left. */
  readonly showOffer: () => void;
};

/**
 * Holds the open database against the copies outside it: what was changed just before the program ended is copied, what is
 * lost is offered back, and then evidence is swept where that is due. What keeps it from being compared is said in the place
 * of the offer. Never rejects.
 */
export async function compareCopies({
  desktop,
  store,
  mirror,
  restoreOffer,
  evidenceSweep,
  showOffer,
}: Parts): Promise<void> {
  try {
    const { lost, uncopied, isEmpty, unreadable } = await compareWithMirror(desktop, store);
    for (const id of uncopied) mirror.changed(id);
    const offered = undeclined(lost);
    restoreOffer.offer({ lost: offered, unreadable });
    // What was there is gone, and the offer is the way on.
    if (isEmpty && offered.length > 0) showOffer();
    // A row that something was lost from tells by its count what was there; what is not scored anew is so at the next start.
    void store.scoreOutdated(new Set(lost.map(({ id }) => id))).catch(() => {});
  } catch (error) {
    restoreOffer.notCompared(error);
    return;
  }
  // One that failed is tried again at the next start.
  await evidenceSweep.start().catch(() => {});
}
