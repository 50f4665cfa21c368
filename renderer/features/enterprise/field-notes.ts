/** A field of an enterprise. */
export interface FieldPlace {
  readonly enterprise: string;
  /** Such as `2025/water.intake.town`, or a fact alone where a note is of all its years. */
  readonly field: string;
}

/**
 * What is to be known of fields beside the dossier, by enterprise, in the storage of the browser: it outlives navigation and
 * restart, and no other program could read it.
 */
class FieldNotes<Note extends string | number> {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Null where none is kept. */
  of({ enterprise, field }: FieldPlace): Note | null {
    return this.#all(enterprise)[field] ?? null;
  }

  /** Keeps a note in place of the one before; null takes it away. */
  keep({ enterprise, field }: FieldPlace, note: Note | null): void {
    const { [field]: _before, ...others } = this.#all(enterprise);
    const next = note === null ? others : { ...others, [field]: note };
    if (Object.keys(next).length === 0) this.forget(enterprise);
    else localStorage.setItem(this.#key(enterprise), JSON.stringify(next));
  }

  forget(enterprise: string): void {
    localStorage.removeItem(this.#key(enterprise));
  }

  #all(enterprise: string): Readonly<Record<string, Note>> {
    try {
      return JSON.parse(localStorage.getItem(this.#key(enterprise)) ?? '{}') as Record<string, Note>;
    } catch {
      return {};
    }
  }

  #key(enterprise: string): string {
    return `zhizhen-${this.#name}/${enterprise}`;
  }
}

/** Texts that were refused where they were typed, until they are mended. */
export const refusedTexts = new FieldNotes<string>('refused');
/** Figures that were typed as approximate ones: a mark holds while its figure does. */
export const aboutFigures = new FieldNotes<number>('about');
/** The unit that was chosen for a fact last. */
export const chosenUnits = new FieldNotes<string>('unit');

/** Forgets all that is kept of the fields of an enterprise that is gone. */
export function forgetFieldNotes(enterprise: string): void {
  for (const notes of [refusedTexts, aboutFigures, chosenUnits]) notes.forget(enterprise);
}
