import type { Dossier } from '#assessments/schema/dossier.ts';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { CANCELLED, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { mirrorText } from './mirror-text.ts';
import { Observable } from '../platform/observable.ts';

/** How the copies outside the database stand: the time of the last one, or why it could not be written. */
export type MirrorState =
  { readonly kind: 'mirrored'; readonly at: number | null } | { readonly kind: 'failed'; readonly trouble: Trouble };

/** After the last change, and after the first of many that follow each other without such a pause. */
const DELAY_MS = 4000;
const LONGEST_MS = 10_000;
/** After one that could not be written. */
const TRIED_AGAIN_MS = 15_000;

/** What is to be copied: a state that only the page has, or null for what the database then holds. */
type Waiting = Dossier | null;

/**
 * Copies every enterprise that was written to a file outside the profile, a few seconds after its last change, at the
 * latest ten after its first, and when the program closes. What could not be copied holds up no other, and is tried again.
 */
export class Mirror extends Observable {
  readonly #desktop: Pick<DesktopApi, 'mirrorDossier' | 'forgetMirror'>;
  readonly #store: Pick<EnterpriseStore, 'read'>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #kept = new Map<string, Dossier>();
  #state: MirrorState = { kind: 'mirrored', at: null };
  #pause: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #copying: Promise<void> = Promise.resolve();

  constructor(desktop: Pick<DesktopApi, 'mirrorDossier' | 'forgetMirror'>, store: Pick<EnterpriseStore, 'read'>) {
    super();
    this.#desktop = desktop;
    this.#store = store;
  }

  readonly state = (): MirrorState => this.#state;

  /** An enterprise was written to the database. */
  readonly changed = (id: string): void => {
    this.#waiting.set(id, null);
    this.#kept.delete(id);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), DELAY_MS);
    this.#longest ??= setTimeout(() => void this.flush(), LONGEST_MS);
  };

  /** Copies at once a state of an enterprise that the database may not hold. */
  readonly keep = (dossier: Dossier): void => {
    if (this.holds(dossier)) return;
    this.#waiting.set(dossier.id, dossier);
    void this.flush();
  };

  /** Whether exactly this state was copied by `keep`. */
  readonly holds = (dossier: Dossier): boolean => this.#kept.get(dossier.id) === dossier;

  /** Copies at once all that waits. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    clearTimeout(this.#again);
    this.#longest = undefined;
    this.#copying = this.#copying.then(() => this.#copyAll());
    return this.#copying;
  };

  /** Removes the copies of an enterprise that was erased; a copy on its way is waited for, so that none comes after. */
  readonly forget = async (id: string): Promise<Outcome<null>> => {
    this.#waiting.delete(id);
    await this.#copying;
    this.#waiting.delete(id);
    this.#kept.delete(id);
    return this.#desktop.forgetMirror({ id });
  };

  async #copyAll(): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    let failure: MirrorState | null = null;
    for (const [id, state] of waiting) {
      const outcome = await this.#copy(id, state).catch(() => trouble('failed'));
      if (outcome.kind === 'done') {
        if (state !== null) this.#kept.set(id, state);
        this.#say(failure ?? { kind: 'mirrored', at: outcome.value.at });
      }
      if (outcome.kind !== 'trouble') continue;
      // What has come since is newer.
      if (!this.#waiting.has(id)) this.#waiting.set(id, state);
      failure = { kind: 'failed', trouble: outcome.trouble };
      this.#say(failure);
    }
    if (failure === null) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.flush(), TRIED_AGAIN_MS);
  }

  async #copy(id: string, state: Waiting): Promise<Outcome<{ readonly at: number }>> {
    const dossier = state ?? (await this.#store.read(id));
    if (dossier === null) return CANCELLED;
    return this.#desktop.mirrorDossier({ id, dossier: mirrorText(dossier) });
  }

  #say(state: MirrorState): void {
    this.#state = state;
    this.tell();
  }
}
