import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import type { Outcome, Trouble } from '#electron/contract/outcomes.ts';
import { Observable } from './observable.ts';

type Call = Exclude<keyof DesktopApi, 'onClosing' | 'onPackageGiven'>;

/** What the user must know of a host that does not do its part, each with why. */
export interface HostTrouble {
  /** `copies`: changes have no copy outside the database; `list`: the copies could not be compared with it; `other`: any other call. */
  readonly part: 'copies' | 'list' | 'other';
  readonly trouble: Trouble;
}

/** Whatever keeps the copies from being written or read leaves the database alone; it is never ordinary. */
const PARTS: Partial<Readonly<Record<Call, HostTrouble['part']>>> = { mirrorDossier: 'copies', listMirror: 'list' };

/** The host does not hear this page. */
const AWAY: readonly Trouble[] = ['shut-out', 'host-gone'];
/** Never an answer to what was asked, whichever call it was. */
const NEVER_ORDINARY: readonly Trouble[] = ['refused', 'failed', ...AWAY];

/**
 * Watches every call to the host, so that no caller can take a refusal for an answer: what it comes to stands until the same
 * call is answered.
 */
export class HostHealth extends Observable {
  readonly #troubles = new Map<Call, HostTrouble>();
  #state: readonly HostTrouble[] = [];

  /** The same host, watched. */
  readonly watched = (desktop: DesktopApi): DesktopApi => {
    const watch = ([name, call]: [string, unknown]): [string, unknown] =>
      name.startsWith('on') ? [name, call] : [name, this.#watching(name as Call, call as Asking)];
    return Object.fromEntries(Object.entries(desktop).map(watch)) as unknown as DesktopApi;
  };

  /** One for each part that does not work, the copies first. */
  readonly state = (): readonly HostTrouble[] => this.#state;

  #watching(name: Call, call: Asking): Asking {
    return async (request) => {
      const outcome = await call(request);
      this.#note(name, outcome);
      return outcome;
    };
  }

  #note(name: Call, outcome: Outcome<unknown>): void {
    const before = this.#troubles.size;
    const trouble = outOfOrdinary(name, outcome);
    if (trouble !== null) this.#troubles.set(name, trouble);
    else this.#answered(name);
    if (trouble === null && this.#troubles.size === before) return;
    const all = [...this.#troubles.values()];
    this.#state = (['copies', 'list', 'other'] as const).flatMap((one) => all.find(({ part }) => part === one) ?? []);
    this.tell();
  }

  /** The host is there and knows this page, whichever call says so; what was not copied still has no copy. */
  #answered(name: Call): void {
    this.#troubles.delete(name);
    for (const [other, { part, trouble }] of this.#troubles)
      if (part === 'other' && AWAY.includes(trouble)) this.#troubles.delete(other);
  }
}

/** Null for what a caller may take for an answer. */
function outOfOrdinary(name: Call, outcome: Outcome<unknown>): HostTrouble | null {
  if (outcome.kind !== 'trouble') return null;
  const part = PARTS[name] ?? 'other';
  const { trouble } = outcome;
  return part !== 'other' || NEVER_ORDINARY.includes(trouble) ? { part, trouble } : null;
}

type Asking = (request: unknown) => Promise<Outcome<unknown>>;
