/** After the last key, and after the first of many that follow each other without such a pause. */
const PAUSE_MS = 1000;
const LONGEST_MS = 2000;

/**
 * When a text that is being typed is handed on: after a pause of a second, at the latest two seconds after what was
 * typed first. A word that is being composed is not cut: what stood before it is handed on as it begins, and itself
 * after it has ended, whether or not its end has changed the text.
 */
export class DraftClock {
  readonly #handOn: () => void;
  #isComposing = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  constructor(handOn: () => void) {
    this.#handOn = handOn;
  }

  /** The text was changed. */
  readonly typed = (): void => {
    if (this.#isComposing) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#due, PAUSE_MS);
    this.#longest ??= setTimeout(this.#due, LONGEST_MS);
  };

  /** A word begins to be composed; the text does not hold it yet. */
  readonly composing = (): void => {
    if (this.#longest !== undefined) this.#due();
    this.#isComposing = true;
  };

  /** The word stands in the text. */
  readonly composed = (): void => {
    this.#isComposing = false;
    this.typed();
  };

  /** Nothing is left to be handed on. */
  readonly stop = (): void => {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    this.#longest = undefined;
  };

  readonly #due = (): void => {
    this.stop();
    this.#handOn();
  };
}
