import { PALETTE } from '../../ui/palette.ts';
import type { FontFile } from './font-file.ts';
import { breakLines, unbreakablePieces } from './break-lines.ts';
import type { SafeText } from './safe-text.ts';
import { elementOf, type ElementTraits, type Role, type StructureElement } from './structure.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 54, top: 66, bottom: 62 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const BOTTOM = PAGE.height - PAGE.bottom;
/** Height of a page's text. */
export const PAGE_ROOM = BOTTOM - PAGE.top;
/** What must stay together is no taller, so that a page that it does not fit on any more is filled to 40 % at least. */
export const MOST_TOGETHER = 0.6 * PAGE_ROOM;
/** What heights added in another order may differ by. */
const SUM_ERROR = 1e-6;

export type Weight = 'regular' | 'bold';

/** How a run of text looks; `color` is a hexadecimal colour. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

/** Something drawn; a mark of no part is decoration, which nobody needs to hear. */
export type Mark = Drawn & {
  readonly part?: StructureElement;
  /** The part that this repeats, such as the header of a table on its next page. */
  readonly repeats?: StructureElement;
};

type Drawn =
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

/** A place in the file: a page counted from 1, and how far below its top. */
export interface Spot {
  readonly page: number;
  readonly y: number;
}

export interface Bookmark extends Spot {
  readonly level: 1 | 2;
  readonly text: string;
}

/** A field of a page that leads to another place of the file. */
export interface Link {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly to: Spot;
  readonly part: StructureElement;
}

export interface Fonts {
  readonly regular: FontFile;
  readonly bold: FontFile;
}

/** A block whose lines are broken, ready to be placed where the pages have come to. */
export interface LaidBlock {
  /** Height that its beginning needs on one page, for itself and for a heading before it. */
  readonly lead: number;
  /** What a heading says, as printed; it stays on the page of what comes next. */
  readonly heading?: { readonly level: 1 | 2 | 3; readonly text: string };
  readonly place: () => void;
}

/** Pages being filled from top to bottom, and what is drawn on them. */
export class PageFlow {
  readonly pages: Mark[][] = [[]];
  readonly bookmarks: Bookmark[] = [];
  readonly links: Link[] = [];
  readonly structure = elementOf('Document');
  /** Where a character stands that cannot be printed; set by the latest heading. */
  place = '';
  y: number = PAGE.top;
  readonly #fonts: Fonts;
  readonly #safe: SafeText;
  readonly #open: StructureElement[] = [this.structure];
  #page = 1;
  #repeats: StructureElement | undefined;

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

  /** The place that the pages have come to. */
  get spot(): Spot {
    return { page: this.#page, y: this.y };
  }

  /** Goes on at another place, such as one that was left free. */
  goTo({ page, y }: Spot): void {
    this.#page = page;
    this.y = y;
  }

  /** The text as it can be printed, on one line. */
  line(text: string): string {
    return this.clean(text).replaceAll('\n', ' ');
  }

  clean(text: string): string {
    return this.#safe.clean(text, this.place);
  }

  add(mark: Drawn): void {
    const page = this.pages[this.#page - 1];
    const part = this.#open.at(-1);
    if (this.#repeats !== undefined) page?.push({ ...mark, repeats: this.#repeats });
    else if (part === undefined || part === this.structure || !isContent(mark, part)) page?.push(mark);
    else page?.push({ ...mark, part });
  }

  /** A part of the document, the next one of the open part; drawn as its own by `inside`. */
  part(role: Role, traits?: ElementTraits): StructureElement {
    const element = elementOf(role, traits);
    this.#open.at(-1)?.kids.push(element);
    return element;
  }

  /** Draws as a part of the document; it may be opened again, such as on the next page. */
  inside(part: StructureElement, draw: () => void): void {
    this.#open.push(part);
    draw();
    this.#open.pop();
  }

  /** Draws a part once more, where it is seen and not heard again. */
  repeating(part: StructureElement, draw: () => void): void {
    this.#repeats = part;
    draw();
    this.#repeats = undefined;
  }

  newPage(): void {
    this.#page += 1;
    if (this.#page > this.pages.length) this.pages.push([]);
    this.y = PAGE.top;
  }

  /** Starts a page unless the height still fits, or none would hold it. */
  keep(height: number): void {
    if (!this.fits(height) && !this.isAtTop) this.newPage();
  }

  fits(height: number): boolean {
    return height <= this.room + SUM_ERROR;
  }

  /** How many lines of a height the page still holds below `above`; one at least. */
  linesThatFit(leading: number, above = 0): number {
    return Math.max(1, Math.floor((this.room - above + SUM_ERROR) / leading));
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

  /** Width of the widest piece of a text that no line should split. */
  widestPiece(text: string, style: Pick<TextStyle, 'size' | 'weight'>): number {
    return Math.max(0, ...unbreakablePieces(this.line(text)).map((piece) => this.widthOf(piece.trimEnd(), style)));
  }

  lines(text: string, width: number, style: Pick<TextStyle, 'size' | 'weight'>): string[] {
    return breakLines(this.clean(text), width, (run) => this.widthOf(run, style));
  }

  /** A line across the text. */
  rule(y: number, stroke: string, strokeWidth: number): void {
    this.add({ kind: 'line', points: acrossText(y), closed: false, stroke, strokeWidth });
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

function acrossText(y: number): [number, number][] {
  return [
    [PAGE.left, y],
    [PAGE.left + TEXT_WIDTH, y],
  ];
}

/** Lines and grounds are content within a figure, elsewhere decoration. */
function isContent({ kind }: Drawn, { role }: StructureElement): boolean {
  return kind === 'text' || kind === 'picture' || role === 'Figure';
}

export function style(size: number, color: keyof typeof PALETTE = 'text', weight: Weight = 'regular'): TextStyle {
  return { size, weight, color: PALETTE[color] };
}
