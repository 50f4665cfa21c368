import { library } from '#assessments/packs/registry.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { PACK_IDS } from '#assessments/schema/ids.ts';
import { revisionAfter } from '#assessments/schema/revision.ts';
import { fewAtOnce } from '#electron/contract/few-at-once.ts';
import type { DatabaseTrust } from './database-trust.ts';
import type {
  AnswersOf,
  AnswersRow,
  Database,
  DiagnosisRow,
  EnterpriseRow,
  EnterpriseRows,
  SetAsideRow,
} from './database.ts';
import { localDay } from '#electron/contract/local-day.ts';
import { isOutdated } from './scored-with.ts';
import { summaryOf } from './summary.ts';

/** A part of a dossier that is written as one record. */
export type DossierPart =
  | { readonly kind: 'enterprise' }
  | { readonly kind: 'diagnosis'; readonly id: string }
  | { readonly kind: 'answers'; readonly diagnosisId: string; readonly pack: AnswersOf };

/** Enterprises that are scored anew in one transaction. */
const RESCORED_AT_ONCE = 50;

/** Dossiers in the database: taken apart when written, put together when read. */
export class EnterpriseStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #writes = new Set<Promise<void>>();
  #onWritten: (id: string) => void = () => {};
  #onUnsure: (dossier: Dossier) => void = () => {};

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Resolves once nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes);
  }

  /** Who is told of every enterprise that was written, once it is on the disk. */
  tell(onWritten: (id: string) => void): void {
    this.#onWritten = onWritten;
  }

  /** Who keeps a dossier elsewhere that the database may not hold. */
  tellUnsure(onUnsure: (dossier: Dossier) => void): void {
    this.#onUnsure = onUnsure;
  }

  /** Whether the database can be relied on. */
  get trust(): DatabaseTrust {
    return this.#database.trust;
  }

  /** A dossier was changed: while the database is in doubt it is kept elsewhere at once. */
  guard(dossier: Dossier): void {
    if (this.trust.state().kind === 'doubted') this.#onUnsure(dossier);
  }

  /** All enterprises, latest change first. */
  async list(): Promise<EnterpriseRow[]> {
    // All at once and sorted here: by an index from its end the browser gives row after row, which is far slower.
    const rows = await this.trust.read(() => this.#database.enterprises.toArray());
    return rows.sort((one, other) => other.changedAt - one.changedAt);
  }

  /**
   * Scores anew what the list holds of another method or of other packs, in batches, but for enterprises whose rows must
   * stay as they were written; what cannot be read keeps its row.
   */
  async scoreOutdated(untouched: ReadonlySet<string>): Promise<void> {
    const { enterprises } = this.#database;
    const outdated = (await this.list()).filter((row) => isOutdated(row) && !untouched.has(row.id));
    for (let done = 0; done < outdated.length; done += RESCORED_AT_ONCE) {
      const scored = await fewAtOnce(outdated.slice(done, done + RESCORED_AT_ONCE), async ({ id, changedAt }) => {
        const dossier = await this.read(id).catch(() => null);
        return { id, changedAt, summary: dossier === null ? null : summaryOf(dossier, localDay(this.#now())) };
      });
      const ids = scored.map(({ id }) => id);
      await this.#changed(ids, async () => {
        for (const { id, changedAt, summary } of scored)
          if (summary !== null && (await enterprises.get(id))?.changedAt === changedAt)
            await enterprises.update(id, { summary });
      });
    }
  }

  /** A whole dossier; null where there is none of that id. */
  async read(id: string): Promise<Dossier | null> {
    const rows = await this.rowsOf(id);
    return rows === null ? null : dossierFrom(rows);
  }

  /** An enterprise as it stands, to be put back by `putBack`; null where there is none of that id. */
  async rowsOf(id: string): Promise<EnterpriseRows | null> {
    const { enterprises, diagnoses, answers } = this.#database;
    return this.trust.read(() =>
      this.#database.transaction('r', [enterprises, diagnoses, answers], () => this.#rowsOf(id)),
    );
  }

  /** SHA-256 of every file of evidence that anything in the database names, what is deleted or set aside included. */
  async evidenceNamed(): Promise<string[]> {
    const { enterprises, answers, setAside } = this.#database;
    const named = new Set<string>();
    for (const table of [enterprises, answers, setAside])
      await this.trust.read(() =>
        table.each((row) => {
          for (const [hash] of JSON.stringify(row).matchAll(/[0-9a-f]{64}/g)) named.add(hash);
        }),
      );
    return [...named];
  }

  /** What the list shows of an enterprise; null where there is none of that id. */
  async row(id: string): Promise<EnterpriseRow | null> {
    return (await this.trust.read(() => this.#database.enterprises.get(id))) ?? null;
  }

  /** When an enterprise was last written, in milliseconds since 1970; 0 where it never was. */
  async changedAt(id: string): Promise<number> {
    return (await this.row(id))?.changedAt ?? 0;
  }

  /**
   * Writes a whole dossier in one transaction, in place of what stood under its id; it is current again. Where something
   * stood there its revision follows both; a new one keeps its own.
   */
  replace(dossier: Dossier): Promise<void> {
    return this.#written([dossier], () => this.#putInPlace(dossier));
  }

  /**
   * Writes whole dossiers as `replace` does, all or none, and sets aside what stood in their places.
   * @returns what was set aside, to be put back by `putBack`
   */
  async restoreAll(dossiers: readonly Dossier[]): Promise<readonly SetAsideRow[]> {
    const before: SetAsideRow[] = [];
    await this.#written(dossiers, async () => {
      for (const { id } of dossiers) {
        const rows = await this.#rowsOf(id);
        if (rows !== null) before.push({ enterpriseId: id, at: this.#now(), ...rows });
      }
      await this.#database.setAside.bulkAdd(before);
      for (const dossier of dossiers) await this.#putInPlace(dossier);
    });
    return before;
  }

  /** Puts back enterprises as they stood, archived or deleted ones too; their revisions follow what they replace. */
  putBack(rows: readonly EnterpriseRows[]): Promise<void> {
    const { enterprises, diagnoses, answers } = this.#database;
    return this.#written(
      rows.map(({ enterprise }) => ({ id: enterprise.id as Dossier['id'] })),
      async () => {
        for (const row of rows) {
          const { id, base } = row.enterprise;
          const replaced = await enterprises.get(id);
          await this.#removeRounds(id);
          await enterprises.put({
            ...row.enterprise,
            base: { ...base, revision: revisionAfter(base, replaced?.base ?? {}) },
            changedAt: changeAfter(replaced?.changedAt ?? 0, this.#now()),
          });
          await diagnoses.bulkPut([...row.diagnoses]);
          await answers.bulkPut([...row.answers]);
        }
      },
    );
  }

  /** Gives enterprises revisions that follow those of other states, so that these no longer go before them. */
  outrank(others: readonly { readonly id: string; readonly revision: number }[]): Promise<void> {
    const { enterprises } = this.#database;
    return this.#written(
      others.map(({ id }) => ({ id: id as Dossier['id'] })),
      async () => {
        for (const { id, revision } of others) {
          const row = await enterprises.get(id);
          if (row === undefined) continue;
          const base = { ...row.base, revision: revisionAfter(row.base, { revision }) };
          await enterprises.put({ ...row, base, changedAt: changeAfter(row.changedAt, this.#now()) });
        }
      },
    );
  }

  /**
   * Writes the parts that changed in one transaction, the moment of change with them; the whole dossier where the
   * database has nothing of it any more.
   */
  write(dossier: Dossier, parts: readonly DossierPart[], changedAt: number): Promise<void> {
    const { enterprises, diagnoses, answers } = this.#database;
    return this.#written([dossier], async () => {
      const before = await enterprises.get(dossier.id);
      if (before === undefined) return this.#put(dossier, changedAt);
      await enterprises.put(this.#row(dossier, changedAt, before));
      for (const part of parts) {
        if (part.kind === 'enterprise') continue;
        const id = part.kind === 'diagnosis' ? part.id : part.diagnosisId;
        const position = dossier.diagnoses.findIndex((candidate) => candidate.id === id);
        const diagnosis = dossier.diagnoses[position];
        if (diagnosis === undefined) await this.#removeDiagnosis(dossier.id, id);
        else if (part.kind === 'diagnosis') await diagnoses.put(diagnosisRow(dossier, position));
        else await answers.bulkPut(rowsWith(part.pack).map((pack) => answersRow(dossier, diagnosis, pack)));
      }
    });
  }

  /** Within a transaction. */
  async #putInPlace(dossier: Dossier): Promise<void> {
    const replaced = await this.#database.enterprises.get(dossier.id);
    const changedAt = changeAfter(replaced?.changedAt ?? 0, this.#now());
    if (replaced === undefined) return this.#put(dossier, changedAt);
    return this.#put({ ...dossier, revision: revisionAfter(dossier, replaced.base) }, changedAt);
  }

  async #put(dossier: Dossier, changedAt: number): Promise<void> {
    const { enterprises, diagnoses, answers } = this.#database;
    await this.#removeRounds(dossier.id);
    await enterprises.put(this.#row(dossier, changedAt, undefined));
    await diagnoses.bulkPut(dossier.diagnoses.map((_, position) => diagnosisRow(dossier, position)));
    await answers.bulkPut(
      dossier.diagnoses.flatMap((diagnosis) => ANSWER_ROWS.map((pack) => answersRow(dossier, diagnosis, pack))),
    );
  }

  /** Runs a write as one transaction; whoever wants to know is told once it is on the disk. */
  #written(dossiers: readonly Pick<Dossier, 'id'>[], work: () => Promise<void>): Promise<void> {
    const ids = dossiers.map(({ id }) => id);
    return this.#changed(ids, work).then(() => ids.forEach((id) => this.#onWritten(id)));
  }

  /** Runs a change of enterprises as one transaction; in doubt it is read back from the disk. */
  #changed(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    const { enterprises, diagnoses, answers, setAside } = this.#database;
    const changed: Promise<void> = this.trust
      .write(
        () => this.#database.transaction('rw', [enterprises, diagnoses, answers, setAside], work),
        async () => JSON.stringify(await Promise.all(ids.map((id) => this.#rowsOf(id)))),
      )
      .finally(() => this.#writes.delete(changed));
    this.#writes.add(changed);
    return changed;
  }

  /** Within a transaction; null where there is no enterprise of that id. */
  async #rowsOf(id: string): Promise<EnterpriseRows | null> {
    const { enterprises, diagnoses, answers } = this.#database;
    const enterprise = await enterprises.get(id);
    if (enterprise === undefined) return null;
    return {
      enterprise,
      diagnoses: await diagnoses.where({ enterpriseId: id }).toArray(),
      answers: await answers.where({ enterpriseId: id }).toArray(),
    };
  }

  async #removeRounds(enterpriseId: string): Promise<void> {
    await this.#database.diagnoses.where({ enterpriseId }).delete();
    await this.#database.answers.where({ enterpriseId }).delete();
  }

  async #removeDiagnosis(enterpriseId: string, diagnosisId: string): Promise<void> {
    const { diagnoses, answers } = this.#database;
    await diagnoses.delete([enterpriseId, diagnosisId]);
    await answers.bulkDelete(ANSWER_ROWS.map((pack): [string, string, string] => [enterpriseId, diagnosisId, pack]));
  }

  archive(id: string, archived: boolean): Promise<void> {
    return this.#mark(id, { archivedAt: archived ? this.#now() : null });
  }

  /** Deleted enterprises stay in the database, so that deleting can be undone. */
  remove(id: string, removed: boolean): Promise<void> {
    return this.#mark(id, { deletedAt: removed ? this.#now() : null });
  }

  #mark(id: string, change: Partial<Pick<EnterpriseRow, 'archivedAt' | 'deletedAt'>>): Promise<void> {
    return this.#changed([id], async () => {
      await this.#database.enterprises.update(id, change);
    });
  }

  /**
   * Takes an enterprise away for good, with everything said of it, and with the log of the browser in which it still
   * stands; what the tables of the browser hold stays until the browser tidies them.
   */
  async erase(id: string): Promise<void> {
    const { enterprises, setAside } = this.#database;
    await this.#changed([id], async () => {
      await setAside.where({ enterpriseId: id }).delete();
      await enterprises.delete(id);
      await this.#removeRounds(id);
    });
    await this.#database.renewLog().catch((error: unknown) => this.trust.doubt(error));
  }

  #row(dossier: Dossier, changedAt: number, before: EnterpriseRow | undefined): EnterpriseRow {
    const { diagnoses: _diagnoses, ...base } = dossier;
    return {
      id: dossier.id,
      base,
      changedAt,
      archivedAt: before?.archivedAt ?? null,
      deletedAt: before?.deletedAt ?? null,
      summary: summaryOf(dossier, localDay(this.#now())),
    };
  }
}

/** The moment of a change that follows another, in milliseconds since 1970: later, though the clock was set back. */
export function changeAfter(before: number, now: number): number {
  return Math.max(now, before + 1);
}

/** The rows in which the answers of a round are kept. */
const ANSWER_ROWS: readonly AnswersOf[] = [...PACK_IDS, 'none'];

/** The row in which the answer to a question is kept; what no pack of this program knows is kept too. */
export function rowOf(question: string): AnswersOf {
  return library.packOf(question) ?? 'none';
}

/** The rows to be written with the answers of a pack: an answer that no pack knew when it was written may be of this one. */
function rowsWith(pack: AnswersOf): readonly AnswersOf[] {
  return [...new Set<AnswersOf>([pack, 'none'])];
}

function diagnosisRow(dossier: Dossier, position: number): DiagnosisRow {
  const { answers: _answers, ...base } = dossier.diagnoses[position] as Diagnosis;
  return { enterpriseId: dossier.id, id: base['id'], position, base };
}

function answersRow(dossier: Dossier, diagnosis: Diagnosis, pack: AnswersOf): AnswersRow {
  const answers = Object.fromEntries(Object.entries(diagnosis.answers).filter(([id]) => rowOf(id) === pack));
  return { enterpriseId: dossier.id, diagnosisId: diagnosis.id, pack, answers };
}

function dossierFrom({ enterprise, diagnoses: heads, answers: rows }: EnterpriseRows): Dossier {
  const diagnoses = [...heads]
    .sort((a, b) => a.position - b.position)
    .map(({ id, base }): Diagnosis => {
      const answers: Record<string, Answer> = {};
      for (const entry of rows) if (entry.diagnosisId === id) Object.assign(answers, entry.answers);
      return { ...base, answers } as unknown as Diagnosis;
    });
  return { ...enterprise.base, diagnoses } as unknown as Dossier;
}
