import type { EnterpriseStore } from './enterprise-store.ts';
import { forgetLastWords, keepLastWords, writeLastWords } from './last-words.ts';
import { OpenRecord } from './open-record.ts';
import { lockRecord } from './record-lock.ts';
import { Observable } from '../platform/observable.ts';

interface Held {
  readonly record: OpenRecord;
  readonly release: () => void;
  /** How many have it open. */
  users: number;
  /** Ends the waiting for its last write, if it was closed. */
  keepOpen: () => void;
}

/**
 * The enterprises that this tab has for itself: those that are open, and those that were closed before all of them could
 * be written.
 */
export class OpenRecords extends Observable {
  readonly #store: EnterpriseStore;
  readonly #now: () => number;
  readonly #held = new Map<string, Held>();
  #unwritten: readonly OpenRecord[] = [];

  constructor(store: EnterpriseStore, now: () => number) {
    super();
    this.#store = store;
    this.#now = now;
    store.trust.subscribe(() => {
      if (store.trust.state().kind === 'doubted') for (const { record } of this.#held.values()) record.writeAgain();
    });
  }

  /** Those that were closed and have failed to be written since. */
  readonly unwritten = (): readonly OpenRecord[] => this.#unwritten;

  /** Opens an enterprise as it was left; null where there is none of that id. @throws what the database says */
  async open(id: string): Promise<OpenRecord | null> {
    const held = this.#held.get(id);
    if (held !== undefined) {
      held.users += 1;
      held.keepOpen();
      return held.record;
    }
    const { mine, release } = await lockRecord(id);
    try {
      if (mine) await writeLastWords(id, this.#store);
      const row = await this.#store.row(id);
      const dossier = await this.#store.read(id);
      if (row === null || dossier === null) {
        release();
        return null;
      }
      const record = new OpenRecord(this.#store, { dossier, readOnly: !mine }, row.changedAt, this.#now);
      if (mine) this.#held.set(id, { record, release, users: 1, keepOpen: () => {} });
      return record;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Lets go of an enterprise once all of it is written. */
  close(record: OpenRecord): void {
    const { id } = record.state().dossier;
    const held = this.#held.get(id);
    if (held?.record !== record) return;
    held.users -= 1;
    if (held.users > 0) return;
    const letGo = () => {
      if (record.save().kind === 'failed') this.#say([...new Set([...this.#unwritten, record])]);
      if (record.hasUnwritten()) return;
      held.keepOpen();
      this.#held.delete(id);
      held.release();
    };
    const ignore = record.subscribe(letGo);
    held.keepOpen = () => {
      ignore();
      this.#say(this.#unwritten.filter((other) => other !== record));
    };
    letGo();
  }

  /** Called when the page goes, after the fields have handed on what was typed in them. */
  keepLastWords(): void {
    for (const { record } of this.#held.values()) keepLastWords(record);
  }

  /** Called when a page that had gone is shown again as it was: it still has what was kept. */
  forgetLastWords(): void {
    for (const id of this.#held.keys()) forgetLastWords(id);
  }

  #say(unwritten: readonly OpenRecord[]): void {
    this.#unwritten = unwritten;
    this.tell();
  }
}
