import { PALETTE } from '../../ui/palette.ts';
import type { FontFile } from './font-file.ts';
import { breakLines } from './break-lines.ts';
import type { SafeText } from './safe-text.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 54, top: 66, bottom: 62 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const BOTTOM = PAGE.height - PAGE.bottom;

export type Weight = 'regular' | 'bold';

/** How a run of text looks; `color` is a hexadecimal colour. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

export type Mark =
  | ({ readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string } & TextStyle)
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly closed: boolean;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly dashed?: boolean;
      readonly fill?: string;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** A JPEG as base64. */
      readonly jpeg: string;
    };

export interface Bookmark {
  readonly level: 1 | 2;
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
  /** Of its top, from that of the page. */
  readonly y: number;
}

export interface Fonts {
  readonly regular: FontFile;
  readonly bold: FontFile;
}

/** Pages being filled from top to bottom with marks; knows widths, safe text and how much room is left. */
export class PageFlow {
  readonly pages: Mark[][] = [[]];
  readonly bookmarks: Bookmark[] = [];
  /** Heading that the current text stands under; names the place of a replaced character. */
  place = '';
  y: number = PAGE.top;
  readonly #fonts: Fonts;
  readonly #safe: SafeText;

  constructor(fonts: Fonts, safe: SafeText) {
    this.#fonts = fonts;
    this.#safe = safe;
  }

  get room(): number {
    return BOTTOM - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= PAGE.top;
  }

  clean(text: string): string {
    return this.#safe.clean(text, this.place);
  }

  add(mark: Mark): void {
    this.pages.at(-1)?.push(mark);
  }

  newPage(): void {
    this.pages.push([]);
    this.y = PAGE.top;
  }

  /** Starts a page unless the height still fits, or none would hold it. */
  keep(height: number): void {
    if (height > this.room && !this.isAtTop) this.newPage();
  }

  space(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  widthOf(text: string, { size, weight }: Pick<TextStyle, 'size' | 'weight'>): number {
    const font = this.#fonts[weight];
    let width = 0;
    for (const character of text) width += font.advance(character.codePointAt(0) ?? 0);
    return (width * size) / 1000;
  }

  lines(text: string, width: number, style: Pick<TextStyle, 'size' | 'weight'>): string[] {
    return breakLines(this.clean(text), width, (run) => this.widthOf(run, style));
  }

  /** A single line at a baseline; alignment within `width`. */
  text(
    text: string,
    x: number,
    baseline: number,
    style: TextStyle,
    align: 'left' | 'center' | 'right' = 'left',
    width = 0,
  ): void {
    if (text === '') return;
    const free = align === 'left' ? 0 : width - this.widthOf(text, style);
    this.add({ kind: 'text', x: x + (align === 'center' ? free / 2 : free), y: baseline, text, ...style });
  }
}

export function style(size: number, color: keyof typeof PALETTE = 'text', weight: Weight = 'regular'): TextStyle {
  return { size, weight, color: PALETTE[color] };
}
