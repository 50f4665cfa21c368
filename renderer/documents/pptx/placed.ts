import type { Figure, Ink } from '../../../assessments/reporting/report-document.ts';
import type { Box } from './slide-geometry.ts';

/** A line of text that ends with its paragraph. */
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly strong?: boolean;
  /** How it begins: with a dot, or with its number. */
  readonly bullet?: 'dot' | 'number';
}

export interface PlacedCell {
  readonly text: string;
  readonly ink: Ink;
  readonly strong: boolean;
  readonly align: 'left' | 'right' | 'center';
  readonly columns: number;
}

/** What stands where on a slide, every text as long as it has room. */
export type Placed =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly box: Box;
      readonly lines: readonly Line[];
      readonly ground?: Ink;
      /** Room between the edge and the text. */
      readonly inset: number;
      readonly anchor: 'top' | 'middle';
      /** Between paragraphs. */
      readonly gap: number;
    }
  | {
      readonly kind: 'table';
      readonly box: Box;
      readonly size: number;
      readonly padding: number;
      readonly widths: readonly number[];
      readonly rows: readonly {
        readonly height: number;
        readonly isHead: boolean;
        readonly cells: readonly PlacedCell[];
      }[];
    }
  | { readonly kind: 'figure'; readonly box: Box; readonly figure: Figure; readonly name: string };

export interface PlacedSlide {
  readonly placed: readonly Placed[];
  /** Texts that were cut, in full, for the notes. */
  readonly cut: readonly string[];
}

/** One way to fill a slide: the size of type, the room in table cells, and how many lines a text may take. */
export interface Fit {
  readonly size: number;
  readonly padding: number;
  readonly most: number;
}

/** Parts in their places, how much height they take, and what was cut. */
export interface Laid {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly cut: readonly string[];
}
