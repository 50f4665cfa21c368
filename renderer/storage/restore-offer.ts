import type { LostEnterprise } from './lost-enterprises.ts';
import { restore, undoRestore, type Restored, type RestoreParts } from './restore.ts';

export interface RestoreState {
  /** What can be brought back. */
  readonly lost: readonly LostEnterprise[];
  /** What was brought back since the program was opened; null where nothing was, or all was undone. */
  readonly result: Restored | null;
}

/**
 * The offer to bring back what the database had lost when the program was opened. It lives as long as the page, so that
 * what was accepted is not offered again, and what can be undone still can.
 */
export class RestoreOffer {
  readonly #parts: RestoreParts;
  readonly #listeners = new Set<() => void>();
  #state: RestoreState = { lost: [], result: null };

  constructor(parts: RestoreParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RestoreState => this.#state;

  /** Offers these and nothing else. */
  readonly offer = (lost: readonly LostEnterprise[]): void => {
    this.#say({ ...this.#state, lost });
  };

  /** Brings back all that is offered; what could not be stays offered. @throws what the database says */
  readonly accept = async (): Promise<void> => {
    const { lost, result: earlier } = this.#state;
    const result = await restore(lost, this.#parts);
    this.#say({
      lost: [...result.unreadable, ...result.openElsewhere],
      result: {
        ...result,
        restored: result.restored + (earlier?.restored ?? 0),
        replaced: [...(earlier?.replaced ?? []), ...result.replaced],
      },
    });
  };

  /** Puts back what stood there and offers it again. @throws what the database says */
  readonly undo = async (): Promise<void> => {
    const { lost, result } = this.#state;
    if (result === null) return;
    const { putBack, left } = await undoRestore(result, this.#parts);
    const allIsSaid = left.changed.length === 0 && left.openElsewhere.length === 0;
    this.#say({ lost: [...lost, ...putBack], result: allIsSaid ? null : left });
  };

  #say(state: RestoreState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
