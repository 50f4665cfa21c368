import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { CANCELLED, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { mirrorText } from './mirror-text.ts';

/** How the copies outside the database stand: the time of the last one, or why it could not be written. */
export type MirrorState =
  { readonly kind: 'mirrored'; readonly at: number | null } | { readonly kind: 'failed'; readonly trouble: Trouble };

const DELAY_MS = 4000;

/**
 * Copies every enterprise that was written to a file outside the profile, a few seconds after its last change and when
 * the program closes. What could not be copied is tried again with the next change.
 */
export class Mirror {
  readonly #desktop: Pick<DesktopApi, 'mirrorDossier' | 'forgetMirror'>;
  readonly #store: Pick<EnterpriseStore, 'read'>;
  readonly #waiting = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #state: MirrorState = { kind: 'mirrored', at: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copying: Promise<void> = Promise.resolve();

  constructor(desktop: Pick<DesktopApi, 'mirrorDossier' | 'forgetMirror'>, store: Pick<EnterpriseStore, 'read'>) {
    this.#desktop = desktop;
    this.#store = store;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): MirrorState => this.#state;

  /** An enterprise was written to the database. */
  readonly changed = (id: string): void => {
    this.#waiting.add(id);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DELAY_MS);
  };

  /** Copies at once all that waits. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#copying = this.#copying.then(() => this.#copyAll());
    return this.#copying;
  };

  /** Removes the copies of an enterprise that was erased; a copy on its way is waited for, so that none comes after. */
  readonly forget = async (id: string): Promise<Outcome<null>> => {
    this.#waiting.delete(id);
    await this.#copying;
    return this.#desktop.forgetMirror({ id });
  };

  async #copyAll(): Promise<void> {
    for (const id of [...this.#waiting]) {
      this.#waiting.delete(id);
      const outcome = await this.#copy(id).catch(() => trouble('failed'));
      if (outcome.kind === 'done') this.#say({ kind: 'mirrored', at: outcome.value.at });
      if (outcome.kind !== 'trouble') continue;
      this.#waiting.add(id);
      this.#say({ kind: 'failed', trouble: outcome.trouble });
      return;
    }
  }

  async #copy(id: string): Promise<Outcome<{ readonly at: number }>> {
    const dossier = await this.#store.read(id);
    if (dossier === null) return CANCELLED;
    return this.#desktop.mirrorDossier({ id, dossier: mirrorText(dossier) });
  }

  #say(state: MirrorState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
