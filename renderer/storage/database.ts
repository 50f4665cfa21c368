import { Dexie, type Table } from 'dexie';
import type { Answer } from '#assessments/schema/answers.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { PackId } from '#assessments/schema/ids.ts';

/** What the list of enterprises shows of one, kept beside it so that the list need not score. */
export interface EnterpriseSummary {
  readonly year: number;
  readonly openedOn: string;
  readonly packs: Partial<
    Record<PackId, { readonly low: number; readonly high: number; readonly level: number | null }>
  >;
  readonly answered: number;
  readonly applicable: number;
}

/** An enterprise with its facts; its diagnoses and answers have rows of their own. */
export interface EnterpriseRow {
  readonly id: string;
  readonly base: Readonly<Pick<Dossier, 'enterprise' | 'facts'>>;
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

/** The answers to one pack in one record: a row per answer is fifty times slower in bulk. */
export interface AnswersRow {
  readonly enterpriseId: string;
  readonly diagnosisId: string;
  readonly pack: PackId;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** IndexedDB with strict durability: a write that was reported is on the disk. */
export class Database extends Dexie {
  readonly enterprises!: Table<EnterpriseRow, string>;
  readonly diagnoses!: Table<DiagnosisRow, [string, string]>;
  readonly answers!: Table<AnswersRow, [string, string, string]>;

  constructor(name = 'zhizhen') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      enterprises: 'id, changedAt',
      diagnoses: '[enterpriseId+id], enterpriseId',
      answers: '[enterpriseId+diagnosisId+pack], enterpriseId',
    });
  }
}
