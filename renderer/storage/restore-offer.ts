import type { LostCopies, LostEnterprise, MirrorComparison } from './lost-enterprises.ts';
import {
  keepHeld,
  NOTHING_RESTORED,
  restore,
  undoRestore,
  type ReplacedEnterprise,
  type Restored,
  type RestoreParts,
} from './restore.ts';
import { Observable } from '../platform/observable.ts';

export interface RestoreState {
  /** The database has been compared with the copies, or could not be. */
  readonly isCompared: boolean;
  /** What can be brought back. */
  readonly lost: readonly LostEnterprise[];
  /** Copies of which none can be read. */
  readonly unreadable: readonly LostCopies[];
  /** What the database said that kept it from being compared; null where nothing did. */
  readonly failure: unknown;
  /** How many were looked at of how many; null while nothing is being restored or put back. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What was brought back since the program was opened; null where nothing was, or all was undone. */
  readonly result: Restored | null;
}

/** Enterprises that are written in one transaction: few enough for a page that is closed to lose little. */
const BATCH = 50;

/**
 * The offer to bring back what the database had lost when the program was opened. It lives as long as the page, so that
 * what was accepted is not offered again, and what can be undone still can. Many are brought back in batches: what was is,
 * however it ends, and the others stay offered.
 */
export class RestoreOffer extends Observable {
  readonly #parts: RestoreParts;
  #isStopped = false;
  #state: RestoreState = {
    isCompared: false,
    lost: [],
    unreadable: [],
    failure: null,
    progress: null,
    result: null,
  };

  constructor(parts: RestoreParts) {
    super();
    this.#parts = parts;
  }

  readonly state = (): RestoreState => this.#state;

  /** Offers what was found lost and nothing else. */
  readonly offer = ({ lost, unreadable }: Pick<MirrorComparison, 'lost' | 'unreadable'>): void => {
    this.#say({ isCompared: true, lost, unreadable, failure: null });
  };

  /** Nothing is known of what was lost, as the database could not be compared. */
  readonly notCompared = (failure: unknown): void => this.#say({ isCompared: true, failure });

  /**
   * Brings back all that is offered, but for what has other contents at one revision, which is for the user to compare;
   * what could not be brought back stays offered. Ends early where none of a batch can be had. @throws what the database
   * says, with what was brought back before in its place
   */
  readonly accept = async (): Promise<void> => {
    this.#say({ result: earlier(this.#state.result) });
    await this.#inBatches(
      this.#state.lost.filter(({ reason }) => reason !== 'forked'),
      async (batch) => {
        const came = await restore(batch, this.#parts);
        const stays = new Set([...came.unreadable, ...came.notYet, ...came.openElsewhere].map(({ id }) => id));
        const tried = new Set(batch.map(({ id }) => id));
        this.#say({
          lost: this.#state.lost.filter(({ id }) => !tried.has(id) || stays.has(id)),
          result: together(this.#state.result ?? NOTHING_RESTORED, came),
        });
        return came.notYet.length < batch.length;
      },
    );
  };

  /** Ends what is being restored or put back after the batch that is being written. */
  readonly stop = (): void => {
    this.#isStopped = true;
  };

  /** Puts back what stood there and offers it again. @throws what the database says, with what was put back before */
  readonly undo = async (): Promise<void> => {
    const { result } = this.#state;
    if (result === null) return;
    this.#say({ result: { ...earlier(result), replaced: result.replaced } });
    await this.#inBatches(result.replaced, async (batch) => {
      const { putBack, changed, openElsewhere } = await undoRestore(batch, this.#parts);
      const before = this.#state.result ?? NOTHING_RESTORED;
      const tried = new Set(batch.map(({ id }) => id));
      this.#say({
        lost: [...this.#state.lost, ...putBack],
        result: {
          ...before,
          restored: before.restored - putBack.length,
          changed: [...before.changed, ...changed],
          openElsewhere: [...before.openElsewhere, ...openElsewhere],
          replaced: [...before.replaced.filter(({ id }) => !tried.has(id)), ...openElsewhere],
        },
      });
      return true;
    });
    const { changed, replaced } = this.#state.result ?? NOTHING_RESTORED;
    if (changed.length === 0 && replaced.length === 0) this.#say({ result: null });
  };

  /** Takes the offer back; what the database holds goes before the copies from now on. @throws what the database says */
  readonly decline = async (): Promise<void> => {
    const held = this.#state.lost.filter(({ reason }) => reason !== 'missing' && reason !== 'damaged');
    await this.#inBatches(held, async (batch) => {
      await keepHeld(batch, this.#parts);
      return true;
    });
    this.#say({ lost: [] });
  };

  /** Does work with batches in turn until it says that there is no point in more, or is stopped. */
  async #inBatches<One>(all: readonly One[], work: (batch: readonly One[]) => Promise<boolean>): Promise<void> {
    this.#isStopped = false;
    try {
      for (let done = 0; done < all.length && !this.#isStopped; done += BATCH) {
        this.#say({ progress: { done, of: all.length } });
        if (!(await work(all.slice(done, done + BATCH)))) return;
      }
    } finally {
      this.#say({ progress: null });
    }
  }

  #say(part: Partial<RestoreState>): void {
    this.#state = { ...this.#state, ...part };
    this.tell();
  }
}

/** What an earlier turn brought back, without what it could not. */
function earlier(result: Restored | null): Restored {
  return { ...NOTHING_RESTORED, restored: result?.restored ?? 0, replaced: result?.replaced ?? [] };
}

function together(before: Restored, came: Restored): Restored {
  const replaced: readonly ReplacedEnterprise[] = [...before.replaced, ...came.replaced];
  return {
    restored: before.restored + came.restored,
    unreadable: [...before.unreadable, ...came.unreadable],
    notYet: [...before.notYet, ...came.notYet],
    changed: [...before.changed, ...came.changed],
    openElsewhere: [...before.openElsewhere, ...came.openElsewhere],
    replaced,
  };
}
