import type { Figure, Picture, ReportMeta, TableBlock, TilesBlock, Tone } from './report-document.ts';

/**
 * The closing presentation as plain data: what each slide says, without places, fonts or bytes. A painter gives every part
 * its place, and what has no room on a slide goes to the notes of the speaker.
 */
export interface DeckDocument {
  readonly language: 'zh-CN' | 'en';
  readonly meta: ReportMeta;
  /** At the foot of every slide, beside its number. */
  readonly footer: string;
  /** Beside the footer, such as the demo mark; empty for none. */
  readonly mark: string;
  readonly slides: readonly Slide[];
}

export type Slide = CoverSlide | ContentSlide;

export interface CoverSlide {
  readonly kind: 'cover';
  readonly kicker: string;
  readonly title: string;
  /** Whose deck it is. */
  readonly enterprise: string;
  /** The whole in one sentence. */
  readonly lead: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly logo?: Picture;
  readonly notes: readonly string[];
}

export interface ContentSlide {
  readonly kind: 'content';
  /** The point of the slide as a sentence, with its figure. */
  readonly title: string;
  /** Of the title: red where something stands in the way. */
  readonly tone?: Tone;
  /** One sentence below the title; empty for none. */
  readonly lead: string;
  /** From the top down. */
  readonly parts: readonly SlidePart[];
  /** Where the figures are from, what marks mean; empty for none. */
  readonly source: string;
  /** What the speaker says and may be asked, a paragraph each. */
  readonly notes: readonly string[];
}

export type SlidePart =
  | BulletsPart
  | TilesBlock
  | CardsPart
  | TableBlock
  | FigurePart
  /** Two parts side by side; `share` 0..1 is the width of the left one. */
  | { readonly kind: 'columns'; readonly share: number; readonly left: SlidePart; readonly right: SlidePart };

export interface BulletsPart {
  readonly kind: 'bullets';
  /** Above the list; empty for none. */
  readonly title: string;
  readonly ordered: boolean;
  readonly items: readonly string[];
}

/** Up to three things side by side, each with its rows. */
export interface CardsPart {
  readonly kind: 'cards';
  readonly cards: readonly {
    readonly title: string;
    /** The figure that decides, printed large. */
    readonly value: string;
    readonly rows: readonly (readonly [label: string, value: string])[];
  }[];
}

/** A figure that the report has too, with its caption. */
export interface FigurePart {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly caption: string;
}
