import { Observable } from '../platform/observable.ts';

export type Trust =
  | { readonly kind: 'trusted' }
  | {
      readonly kind: 'doubted';
      /** What the database said. */ readonly reason: string;
    };

/** What a database is proved with. */
export interface Proof {
  /** Has the browser begin a new log, as nothing that follows a torn entry of the old one is ever read. */
  readonly renewLog: () => Promise<void>;
  /** Writes a mark of its own into the same files. */
  readonly writeMark: (mark: string) => Promise<void>;
  /** Null where there is none. */
  readonly readMark: () => Promise<string | null>;
  /** Closes the database until the browser has let go of its files, and opens it from them. */
  readonly reopen: () => Promise<void>;
}

const TRIED_AGAIN_MS = 3000;

/**
 * Whether what the database takes is there at the next start. A browser whose write failed goes on to take writes that
 * it then cannot read, or loses all. So after any failure a write counts only once the database was closed, opened and
 * read, and until then nobody may say that anything is saved.
 */
export class DatabaseTrust extends Observable {
  readonly #proof: Proof;
  #state: Trust = { kind: 'trusted' };
  #reopening: Promise<void> | null = null;
  #proving: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(proof: Proof) {
    super();
    this.#proof = proof;
  }

  readonly state = (): Trust => this.#state;

  /** Something failed that makes the database doubtful; it is tried again and again until it is proved. */
  doubt(error: unknown): void {
    if (this.#state.kind === 'trusted') this.#say({ kind: 'doubted', reason: String(error) });
    this.#proveLater();
  }

  /**
   * Does a write; resolves once it can be relied on, in doubt after the whole proof.
   * @param written what then stands there, as text to compare
   * @throws what the database says; the write may be there all the same
   */
  async write(work: () => Promise<void>, written: () => Promise<string>): Promise<void> {
    if (this.#state.kind === 'doubted') return this.#inTurn(() => this.#prove(work, written));
    try {
      await work();
    } catch (error) {
      this.doubt(error);
      throw error;
    }
    if (this.#isDoubted()) throw new Error('the database became doubtful meanwhile');
  }

  /** Reads while the database is open; at once, but for a moment of the proof. */
  async read<Result>(work: () => PromiseLike<Result>): Promise<Result> {
    if (this.#reopening !== null) await this.#reopening.catch(() => {});
    return work();
  }

  async #prove(work: () => Promise<void>, written: () => Promise<string>): Promise<void> {
    // What waited in turn may find the proof done.
    if (!this.#isDoubted()) return this.write(work, written);
    const mark = crypto.randomUUID();
    await this.#proof.renewLog();
    await this.#proof.writeMark(mark);
    await work();
    const before = await written();
    await this.#reopen();
    const isThere = (await this.#proof.readMark()) === mark && (await written()) === before;
    if (!isThere) throw new Error('what was written could not be read back');
    this.#say({ kind: 'trusted' });
  }

  #proveLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#isDoubted()) return;
      this.write(
        () => Promise.resolve(),
        () => Promise.resolve(''),
      ).catch(() => this.#proveLater());
    }, TRIED_AGAIN_MS);
  }

  async #reopen(): Promise<void> {
    this.#reopening = this.#proof.reopen();
    try {
      await this.#reopening;
    } finally {
      this.#reopening = null;
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const worked = this.#proving.then(work);
    this.#proving = worked.catch(() => {});
    return worked;
  }

  /** As the state may have changed during a wait. */
  #isDoubted(): boolean {
    return this.#state.kind === 'doubted';
  }

  #say(state: Trust): void {
    this.#state = state;
    this.tell();
  }
}
