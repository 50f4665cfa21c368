import type { HeadingBlock } from '../../../assessments/reporting/report-document.ts';
import { HEADINGS, NO_NUMBERING, type Numbering } from './numbering.ts';

/** Which numbering a heading takes so that Word counts to the number it has. */
export class HeadingNumbers {
  readonly #add: (numbering: Numbering) => number;
  #numbering = HEADINGS;
  #chapter = 0;

  constructor(add: (numbering: Numbering) => number) {
    this.#add = add;
  }

  /** Undefined where the numbering of the style counts by itself; a new numbering where chapters before are left out. */
  numberingOf({ level, number }: HeadingBlock): number | undefined {
    if (level === 3) return undefined;
    if (!isCounted(number)) return NO_NUMBERING;
    if (level === 1) {
      const chapter = Number(number);
      if (chapter !== this.#chapter + 1) this.#numbering = this.#add({ kind: 'heading', start: chapter });
      this.#chapter = chapter;
    }
    return this.#numbering === HEADINGS ? undefined : this.#numbering;
  }
}

/** Whether Word counts it: `3`, `3.2`, not `A`. */
export function isCounted(number: string | undefined): boolean {
  return number !== undefined && /^[1-9]\d*(\.[1-9]\d*)?$/.test(number);
}
