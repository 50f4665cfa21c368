/**
 * The report as plain data: what is said and in which order, without fonts, pages or bytes.
 * Painters in renderer/documents turn it into PDF, DOCX or XLSX; they know nothing else of the domain.
 */
export interface ReportDocument {
  readonly language: 'zh-CN' | 'en';
  readonly meta: ReportMeta;
  readonly running: RunningText;
  /** Heading of the table of contents, for a painter that prints one. */
  readonly contents: string;
  readonly unprintable: UnprintableText;
  readonly blocks: readonly Block[];
}

export interface ReportMeta {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: string;
  /** YYYY-MM-DD; the only date in the file, so that the same input gives the same bytes. */
  readonly issuedOn: string;
  /** Hexadecimal identity of the input, used as the file identifier. */
  readonly inputHash: string;
}

/** Text on every page but the cover. `pageNumber` has the placeholders {page} and {pages}. */
export interface RunningText {
  readonly header: string;
  /** Shown on the right of the header, such as the demo mark; empty for none. */
  readonly mark: string;
  readonly footer: string;
  readonly pageNumber: string;
}

/** Words for the list of characters that the font lacks; the painter prints it last if there are any. */
export interface UnprintableText {
  readonly heading: string;
  /** Placeholder {count}. */
  readonly introduction: string;
  readonly columns: readonly [codePoint: string, place: string, count: string];
}

export type Tone = 'normal' | 'muted' | 'good' | 'warning' | 'bad' | 'accent';

export type Block =
  | CoverBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TilesBlock
  | TableBlock
  | FigureBlock
  | PhotosBlock
  | CalloutBlock
  | { readonly kind: 'page-break' };

export interface CoverBlock {
  readonly kind: 'cover';
  readonly kicker: string;
  readonly title: string;
  readonly enterprise: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  /** Printed large across the cover of a fictitious enterprise; empty for none. */
  readonly mark: string;
  readonly notice: string;
  readonly logo?: Picture;
}

/** A JPEG with its size in pixels; data as base64, so that a report stays plain JSON. */
export interface Picture {
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** Levels 1 and 2 become bookmarks; level 1 starts a new page. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly string[];
}

/** A row of two to five short figures. */
export interface TilesBlock {
  readonly kind: 'tiles';
  readonly tiles: readonly {
    readonly label: string;
    readonly value: string;
    readonly detail: string;
    readonly tone: Tone;
  }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly title: string;
  /** Share of the text width; the shares of a table are scaled to fill it. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface TableRow {
  readonly cells: readonly (string | TableCell)[];
  /** A band across the table, such as the name of a dimension; its first cell spans all columns. */
  readonly band?: boolean;
  /** A remark below its row; its first cell spans all columns. */
  readonly span?: boolean;
}

export interface TableCell {
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly caption: string;
  /** The same in figures, for a reader who wants or needs them; paper has the picture alone. */
  readonly table: TableBlock;
}

/** Photos two by two, each with what it shows below it. */
export interface PhotosBlock {
  readonly kind: 'photos';
  readonly photos: readonly Photo[];
}

export interface Photo {
  readonly picture: Picture;
  readonly title: string;
  /** A line feed starts a new line. */
  readonly text: string;
}

export interface CalloutBlock {
  readonly kind: 'callout';
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** A vector figure as a display list. Units are points, origin top left, y downwards; text y is the baseline. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  /** What the figure shows, for readers who cannot see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}

/** Names of the palette (renderer/ui/palette.ts); grey-scale safe in this order of darkness. */
export type Ink =
  | 'ink'
  | 'text'
  | 'muted'
  | 'grid'
  | 'paper'
  | 'primary'
  | 'primary-soft'
  | 'accent'
  | 'good'
  | 'warning'
  | 'bad'
  | 'band';

export type Shape =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly closed: boolean;
      readonly stroke?: Ink;
      readonly strokeWidth?: number;
      readonly dashed?: boolean;
      readonly fill?: Ink;
      /** 0..1, for the fill only. */
      readonly fillOpacity?: number;
    }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      readonly strokeWidth?: number;
      readonly hatched?: boolean;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: Ink;
      readonly stroke?: Ink;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly color: Ink;
      readonly align?: 'left' | 'center' | 'right';
      readonly strong?: boolean;
    };
