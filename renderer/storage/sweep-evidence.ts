import { z } from 'zod';
import type { DesktopApi, SweptEvidence } from '#electron/contract/desktop-api.ts';
import type { Trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseStore } from './enterprise-store.ts';

const SWEPT_AT = 'zhizhen-swept-at';
const UNSAID = 'zhizhen-swept-unsaid';
const PERIOD_MS = 7 * 24 * 3600 * 1000;

const Swept = z.object({ moved: z.number(), deleted: z.number() });

interface SweepParts {
  readonly desktop: Pick<DesktopApi, 'sweepEvidence'>;
  readonly store: Pick<EnterpriseStore, 'evidenceNamed' | 'list'>;
  /** When the database began, in milliseconds since 1970. */
  readonly begun: () => Promise<number>;
  /** Whether there are enterprises to bring back: what they name is in no database yet. */
  readonly isOffering: () => boolean;
  readonly now: () => number;
}

export interface SweepState {
  /** What sweeps have moved and deleted that the user has not been told; null where nothing. */
  readonly unsaid: SweptEvidence | null;
  /** Why the sweep that was due at the start was not made; null where none was due, or it was. */
  readonly waitsFor: Trouble | 'restore-offer' | null;
}

/**
 * Once a week has the host sweep evidence that nothing names: nothing in the database, archived, deleted and set aside
 * included, and, as the host sees to by itself, no copy outside it.
 */
export class EvidenceSweep {
  readonly #parts: SweepParts;
  readonly #listeners = new Set<() => void>();
  #state: SweepState = { unsaid: keptUnsaid(), waitsFor: null };

  constructor(parts: SweepParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SweepState => this.#state;

  /** Sweeps where it is due; one that is refused is tried again at the next start. @throws what the database says */
  async sweepIfDue(): Promise<void> {
    const { desktop, store, begun, isOffering, now } = this.#parts;
    if (Math.abs(now() - Number(localStorage.getItem(SWEPT_AT) ?? 0)) < PERIOD_MS) return;
    if (isOffering()) return this.#say({ ...this.#state, waitsFor: 'restore-offer' });
    const swept = await desktop.sweepEvidence({
      referenced: await store.evidenceNamed(),
      enterprises: (await store.list()).map(({ id }) => id),
      since: await begun(),
    });
    if (swept.kind === 'trouble') this.#say({ ...this.#state, waitsFor: swept.trouble });
    if (swept.kind !== 'done') return;
    localStorage.setItem(SWEPT_AT, String(now()));
    const { moved, deleted } = swept.value;
    if (moved + deleted > 0) this.#keep(added(this.#state.unsaid, swept.value));
  }

  /** The user has read what was moved and deleted. */
  readonly said = (): void => this.#keep(null);

  /** Kept beside the page, so that one that is closed unread says it at the next start. */
  #keep(unsaid: SweptEvidence | null): void {
    if (unsaid === null) localStorage.removeItem(UNSAID);
    else localStorage.setItem(UNSAID, JSON.stringify(unsaid));
    this.#say({ ...this.#state, unsaid });
  }

  #say(state: SweepState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function added(before: SweptEvidence | null, { moved, deleted }: SweptEvidence): SweptEvidence {
  return { moved: (before?.moved ?? 0) + moved, deleted: (before?.deleted ?? 0) + deleted };
}

function keptUnsaid(): SweptEvidence | null {
  try {
    return Swept.nullable().parse(JSON.parse(localStorage.getItem(UNSAID) ?? 'null'));
  } catch {
    return null;
  }
}
