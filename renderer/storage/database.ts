import { Dexie, type Table } from 'dexie';
import type { Pins } from '#assessments/packs/library.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { DATA_VERSION } from '#electron/contract/data-version.ts';
import { DatabaseTrust } from './database-trust.ts';
import { readMark, removeMark, writeMark } from './database-mark.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** What a diagnosis with these pins was scored with: scores by another method or other versions say something else. */
export interface ScoredWith {
  readonly method: string;
  readonly pins: Pins;
  readonly versions: Readonly<Record<PackId, string>>;
}

/** What the list of enterprises shows of one, kept beside it so that the list need not score. */
export interface EnterpriseSummary {
  readonly year: number;
  readonly openedOn: string;
  readonly packs: Partial<
    Record<PackId, { readonly low: number; readonly high: number; readonly level: number | null }>
  >;
  /** The indicative level after GB/T 39116, which stands beside that of intelligent manufacturing; null where nothing maps. */
  readonly gbt39116: number | null;
  readonly answered: number;
  readonly applicable: number;
  /** Absent in a row that was written before it was kept. */
  readonly scoredWith?: ScoredWith;
}

/** An enterprise with its facts; its diagnoses and answers have rows of their own. */
export interface EnterpriseRow {
  readonly id: string;
  readonly base: Readonly<Pick<Dossier, 'enterprise' | 'facts' | 'revision'>>;
  readonly changedAt: number;
  readonly archivedAt: number | null;
  readonly deletedAt: number | null;
  readonly summary: EnterpriseSummary | null;
}

export interface DiagnosisRow {
  readonly enterpriseId: string;
  readonly id: string;
  readonly position: number;
  readonly base: Readonly<Pick<Diagnosis, 'openedOn' | 'year' | 'packs'>>;
}

/** Whose questions are answered: those of a pack in any of its versions, or such as no pack has. */
export type AnswersOf = PackId | 'none';

/** The answers to one pack in one record: a row per answer is fifty times slower in bulk. */
export interface AnswersRow {
  readonly enterpriseId: string;
  readonly diagnosisId: string;
  readonly pack: AnswersOf;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** All that the database holds of one enterprise. */
export interface EnterpriseRows {
  readonly enterprise: EnterpriseRow;
  readonly diagnoses: readonly DiagnosisRow[];
  readonly answers: readonly AnswersRow[];
}

/** The rows of an enterprise as they stood before a copy was restored in their place. */
export interface SetAsideRow extends EnterpriseRows {
  readonly key?: number;
  readonly enterpriseId: string;
  readonly at: number;
}

/** A moment in the life of the database itself, in milliseconds since 1970. */
export interface MomentRow {
  readonly name: 'begun';
  readonly at: number;
}

/** The database was last written by a newer program. */
export class NewerData extends Error {}

/** What the browser multiplies Dexie's versions by. */
const VERSION_STEP = 10;

/** The browser lets go of the files of a database two seconds after the last page has closed it. */
const CLOSED_MS = 3000;

/** IndexedDB with strict durability: a write that was reported is on the disk. */
export class Database extends Dexie {
  readonly enterprises!: Table<EnterpriseRow, string>;
  readonly diagnoses!: Table<DiagnosisRow, [string, string]>;
  readonly answers!: Table<AnswersRow, [string, string, string]>;
  readonly setAside!: Table<SetAsideRow, number>;
  readonly moments!: Table<MomentRow, string>;
  readonly trust: DatabaseTrust;

  constructor(name = 'zhizhen') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.trust = new DatabaseTrust({
      renewLog: () => this.renewLog(),
      writeMark,
      readMark,
      reopen: () => this.#reopen(),
    });
    this.on('close', () => this.trust.doubt('the browser closed the database'));
    for (const { number, stores, upgrade } of MIGRATIONS) {
      const version = this.version(number).stores({ ...stores });
      if (upgrade !== null) version.upgrade(upgrade);
    }
  }

  /**
   * Opens the database and brings it to the version of this program. Newer data is refused before it is opened, for Dexie
   * would open it and change it. @throws NewerData; what the browser says
   */
  async openChecked(): Promise<void> {
    const found = (await indexedDB.databases()).find(({ name }) => name === this.name);
    if (Math.floor((found?.version ?? 0) / VERSION_STEP) > DATA_VERSION) throw new NewerData();
    await this.open();
    // A log that a full disk or a power cut left torn would swallow what is written from now on.
    await this.renewLog().catch((error: unknown) => this.trust.doubt(error));
  }

  /** Begins a new log of the browser; what was taken away stands in the old one in plain text. @throws what the browser says */
  async renewLog(): Promise<void> {
    await writeMark('');
    await removeMark();
  }

  async #reopen(): Promise<void> {
    this.close({ disableAutoOpen: true });
    await new Promise((resolve) => setTimeout(resolve, CLOSED_MS));
    await this.open();
  }
}
