import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { Observable } from './observable.ts';

/** A hand-over package that the user opened from outside, until the list of enterprises has taken it up. */
export class GivenPackage extends Observable {
  #isWaiting = false;

  /** `onGiven` brings the list of enterprises before the user. */
  constructor(desktop: Pick<DesktopApi, 'onPackageGiven'>, onGiven: () => void) {
    super();
    desktop.onPackageGiven(() => {
      this.#say(true);
      onGiven();
    });
  }

  readonly isWaiting = (): boolean => this.#isWaiting;

  readonly takeUp = (): void => this.#say(false);

  #say(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    this.tell();
  }
}
