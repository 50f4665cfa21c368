import type { Answer } from '#assessments/schema/answers.ts';
import type { Diagnosis, Dossier, Enterprise, EvidenceFile } from '#assessments/schema/dossier.ts';
import type { StoredPlan } from '#assessments/schema/plan.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import { revisionAfter } from '#assessments/schema/revision.ts';
import { changeAfter, rowOf, type DossierPart, type EnterpriseStore } from './enterprise-store.ts';
import { Observable } from '../platform/observable.ts';

export type SaveState =
  | {
      readonly kind: 'saved';
      /** Time of the last write; null where nothing was written yet. */ readonly at: number | null;
    }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface RecordState {
  readonly dossier: Dossier;
  /** Another tab has the record: nothing can be changed here. */
  readonly readOnly: boolean;
}

const RETRY_MS = 3000;

/**
 * One enterprise while it is open: changes show at once and are written at once, in the order made.
 * What could not be written stays marked and is tried again; nothing waits for a save button.
 */
export class OpenRecord extends Observable {
  readonly #store: EnterpriseStore;
  readonly #now: () => number;
  readonly #unwritten = new Map<string, DossierPart>();
  #state: RecordState;
  #basedOn: readonly number[];
  #save: SaveState = { kind: 'saved', at: null };
  #writing: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** @param changedAt when the row was changed last from which the state was read */
  constructor(store: EnterpriseStore, state: RecordState, changedAt: number, now: () => number) {
    super();
    this.#store = store;
    this.#now = now;
    this.#state = state;
    this.#basedOn = [changedAt];
  }

  readonly state = (): RecordState => this.#state;

  /** Apart from the state, so that a save paints nothing but itself. */
  readonly save = (): SaveState => this.#save;

  /** Changes the answer to one question; undefined takes it away. */
  answer(diagnosisId: string, question: string, change: (before: Answer | undefined) => Answer | undefined): void {
    this.#changeDiagnosis(
      diagnosisId,
      ({ answers, ...rest }) => {
        const { [question]: before, ...others } = answers;
        const after = change(before);
        return { ...rest, answers: after === undefined ? others : { ...others, [question]: after } };
      },
      { kind: 'answers', diagnosisId, pack: rowOf(question) },
    );
  }

  /** Changes the raw figures of a year. */
  facts(year: number, change: (before: YearFacts) => YearFacts): void {
    const { dossier } = this.#state;
    const facts = { ...dossier.facts, [String(year)]: change(dossier.facts[String(year)] ?? {}) };
    this.#apply({ ...dossier, facts }, [{ kind: 'enterprise' }]);
  }

  enterprise(change: (before: Enterprise) => Enterprise): void {
    const { dossier } = this.#state;
    this.#apply({ ...dossier, enterprise: change(dossier.enterprise) }, [{ kind: 'enterprise' }]);
  }

  /** Changes the mill's list of files that prove answers. */
  evidence(change: (before: readonly EvidenceFile[]) => EvidenceFile[]): void {
    const { dossier } = this.#state;
    this.#apply({ ...dossier, evidence: change(dossier.evidence ?? []) }, [{ kind: 'enterprise' }]);
  }

  /** Changes the plan; null takes it away. */
  plan(change: (before: Dossier['plan']) => StoredPlan | null): void {
    const { dossier } = this.#state;
    this.#apply({ ...dossier, plan: change(dossier.plan) }, [{ kind: 'enterprise' }]);
  }

  /** Pins, year or day of a diagnosis. */
  diagnosis(id: string, change: (before: Diagnosis) => Diagnosis): void {
    this.#changeDiagnosis(id, change, { kind: 'diagnosis', id });
  }

  /** Puts a round into the list, at its end if no position is given. */
  addDiagnosis(diagnosis: Diagnosis, position = this.#state.dossier.diagnoses.length): void {
    this.#applyRounds(this.#state.dossier.diagnoses.toSpliced(position, 0, diagnosis), partsOf(diagnosis));
  }

  /** Takes a round away with its answers; the only one stays. Returns where it stood, null where it stays. */
  removeDiagnosis(id: string): number | null {
    const { diagnoses } = this.#state.dossier;
    const position = diagnoses.findIndex((candidate) => candidate.id === id);
    if (position < 0 || diagnoses.length === 1) return null;
    this.#applyRounds(diagnoses.toSpliced(position, 1), [{ kind: 'diagnosis', id }]);
    return position;
  }

  /** The rounds keep their places in the database, so all of their heads are written. */
  #applyRounds(diagnoses: Diagnosis[], parts: readonly DossierPart[]): void {
    const heads = diagnoses.map(({ id }): DossierPart => ({ kind: 'diagnosis', id }));
    this.#apply({ ...this.#state.dossier, diagnoses }, [...heads, ...parts]);
  }

  /** Whether a change is not yet known to be on the disk. */
  hasUnwritten(): boolean {
    return this.#unwritten.size > 0 || this.#save.kind === 'saving';
  }

  /** When the row may have been changed last, if nobody else has changed it: a write on its way may come through. */
  basedOn(): readonly number[] {
    return this.#basedOn;
  }

  /** Nobody knows any more what the database holds of it: all of it is written again. */
  writeAgain(): void {
    const { dossier } = this.#state;
    this.#apply(dossier, [{ kind: 'enterprise' }, ...dossier.diagnoses.flatMap(partsOf)]);
  }

  retry(): void {
    clearTimeout(this.#retry);
    this.#write();
  }

  #changeDiagnosis(id: string, change: (before: Diagnosis) => Diagnosis, part: DossierPart): void {
    const { dossier } = this.#state;
    const diagnoses = dossier.diagnoses.map((candidate) => (candidate.id === id ? change(candidate) : candidate));
    this.#apply({ ...dossier, diagnoses }, [part]);
  }

  /** Every state that was on the screen has a revision of its own, whether or not it comes to be written. */
  #apply(dossier: Dossier, parts: readonly DossierPart[]): void {
    if (this.#state.readOnly) return;
    for (const part of parts) this.#unwritten.set(JSON.stringify(part), part);
    this.#state = { ...this.#state, dossier: { ...dossier, revision: revisionAfter(dossier) } };
    this.#store.guard(this.#state.dossier);
    this.tell();
    this.#write();
  }

  #write(): void {
    if (this.#writing !== null || this.#unwritten.size === 0) return;
    this.#writing = this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.#save.kind !== 'failed') this.#write();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#unwritten.size > 0) {
      const parts = [...this.#unwritten];
      this.#unwritten.clear();
      this.#say({ kind: 'saving' });
      const [written = 0] = this.#basedOn;
      const changedAt = changeAfter(written, this.#now());
      this.#basedOn = [written, changedAt];
      try {
        await this.#store.write(
          this.#state.dossier,
          parts.map(([, part]) => part),
          changedAt,
        );
        this.#basedOn = [changedAt];
        if (this.#unwritten.size === 0) this.#say({ kind: 'saved', at: this.#now() });
      } catch (error) {
        for (const [key, part] of parts) this.#unwritten.set(key, part);
        this.#say({ kind: 'failed', reason: String(error) });
        this.#retry = setTimeout(() => this.#write(), RETRY_MS);
        return;
      }
    }
  }

  #say(save: SaveState): void {
    this.#save = save;
    this.tell();
  }
}

/** All that is written of a round: its head, and its answers to each pack. */
function partsOf({ id, answers }: Diagnosis): DossierPart[] {
  const packs = new Set(Object.keys(answers).map(rowOf));
  return [
    { kind: 'diagnosis', id },
    ...[...packs].map((pack): DossierPart => ({ kind: 'answers', diagnosisId: id, pack })),
  ];
}
