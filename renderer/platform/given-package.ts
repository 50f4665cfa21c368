import type { DesktopApi } from '#electron/contract/desktop-api.ts';

/** A hand-over package that the user opened from outside, until the list of enterprises has taken it up. */
export class GivenPackage {
  readonly #listeners = new Set<() => void>();
  #isWaiting = false;

  /** `onGiven` brings the list of enterprises before the user. */
  constructor(desktop: Pick<DesktopApi, 'onPackageGiven'>, onGiven: () => void) {
    desktop.onPackageGiven(() => {
      this.#say(true);
      onGiven();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly isWaiting = (): boolean => this.#isWaiting;

  readonly takeUp = (): void => this.#say(false);

  #say(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    for (const listener of this.#listeners) listener();
  }
}
