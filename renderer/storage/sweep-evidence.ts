import { z } from 'zod';
import type { BinnedDay, DesktopApi, SweptEvidence } from '#electron/contract/desktop-api.ts';
import type { Trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { Observable } from '../platform/observable.ts';

const SWEPT_AT = 'zhizhen-swept-at';
const SAID = 'zhizhen-swept-said';
const PERIOD_MS = 7 * 24 * 3600 * 1000;

/** What the user was told: how many files of each day in the bin, by day; and how many deleted ones he was not told of. */
const Said = z.object({ binned: z.record(z.string(), z.number()), deletedUnsaid: z.number() });

interface SweepParts {
  readonly desktop: Pick<DesktopApi, 'sweepEvidence' | 'listEvidenceBin'>;
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
  /** Why the sweep that was due last was not made; null where none was due, or it was. */
  readonly waitsFor: Trouble | 'restore-offer' | null;
}

/**
 * Once a week has the host sweep evidence that nothing names: nothing in the database, archived, deleted and set aside
 * included, and, as the host sees to by itself, no copy outside it.
 */
export class EvidenceSweep extends Observable {
  readonly #parts: SweepParts;
  #days: readonly BinnedDay[] = [];
  #state: SweepState = { unsaid: null, waitsFor: null };

  constructor(parts: SweepParts) {
    super();
    this.#parts = parts;
  }

  readonly state = (): SweepState => this.#state;

  /**
   * Sweeps where it is due; one that is refused is tried again at the next start. What lies in the bin is told from the bin
   * itself, as a page that is closed while it is swept hears of nothing. @throws what the database says
   */
  async start(): Promise<void> {
    let { waitsFor } = this.#state;
    try {
      waitsFor = await this.#sweepIfDue();
    } finally {
      const listed = await this.#parts.desktop.listEvidenceBin();
      if (listed.kind === 'done') this.#days = listed.value.days;
      this.#say({ waitsFor, unsaid: unsaidOf(this.#days) });
    }
  }

  /** The user has read what was moved and deleted. */
  readonly said = (): void => {
    const binned = Object.fromEntries(this.#days.map(({ cameOn, files }) => [cameOn, files]));
    keep({ binned, deletedUnsaid: 0 });
    this.#say({ ...this.#state, unsaid: null });
  };

  async #sweepIfDue(): Promise<SweepState['waitsFor']> {
    const { desktop, store, begun, isOffering, now } = this.#parts;
    if (Math.abs(now() - Number(localStorage.getItem(SWEPT_AT) ?? 0)) < PERIOD_MS) return null;
    if (isOffering()) return 'restore-offer';
    const swept = await desktop.sweepEvidence({
      referenced: await store.evidenceNamed(),
      enterprises: (await store.list()).map(({ id }) => id),
      since: await begun(),
    });
    if (swept.kind !== 'done') return swept.kind === 'trouble' ? swept.trouble : null;
    localStorage.setItem(SWEPT_AT, String(now()));
    const before = kept();
    keep({ ...before, deletedUnsaid: before.deletedUnsaid + swept.value.deleted });
    return null;
  }

  #say(state: SweepState): void {
    this.#state = state;
    this.tell();
  }
}

function unsaidOf(days: readonly BinnedDay[]): SweptEvidence | null {
  const { binned, deletedUnsaid } = kept();
  const moved = days.reduce((sum, { cameOn, files }) => sum + Math.max(0, files - (binned[cameOn] ?? 0)), 0);
  return moved + deletedUnsaid === 0 ? null : { moved, deleted: deletedUnsaid };
}

function kept(): z.infer<typeof Said> {
  try {
    return Said.parse(JSON.parse(localStorage.getItem(SAID) ?? ''));
  } catch {
    return { binned: {}, deletedUnsaid: 0 };
  }
}

function keep(said: z.infer<typeof Said>): void {
  localStorage.setItem(SAID, JSON.stringify(said));
}
