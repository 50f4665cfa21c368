/**
 * The report as plain data: what is said and in which order, without fonts, pages or bytes.
 * Painters in renderer/documents turn it into PDF, DOCX or XLSX; they know nothing else of the domain.
 */
export interface ReportDocument {
  readonly language: 'zh-CN' | 'en';
  readonly meta: ReportMeta;
  readonly running: RunningText;
  /** Heading of the table of contents. */
  readonly contents: string;
  /** What stands before the number of a figure or a table, such as 图 or Figure. */
  readonly labels: BlockLabels;
  readonly unprintable: UnprintableText;
  readonly blocks: readonly Block[];
}

export interface BlockLabels {
  readonly figure: string;
  readonly table: string;
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
  /** The mark beside figures that are ours or unverified, and what it means: said at the foot of each page that has it. */
  readonly star?: { readonly mark: string; readonly note: string };
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
  | CardsBlock
  | TableBlock
  | FigureBlock
  | PhotosBlock
  | CalloutBlock
  | SignaturesBlock
  /** Where the table of contents stands: headings of levels 1 and 2, with their pages where the painter knows them. */
  | { readonly kind: 'contents' }
  | { readonly kind: 'page-break' };

/** What texts call a heading, table or figure by until it is numbered (numbered.ts); painters pass over it. */
interface Referable {
  readonly key?: string;
}

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

export interface HeadingBlock extends Referable {
  readonly kind: 'heading';
  /** Levels 1 and 2 become bookmarks. */
  readonly level: 1 | 2 | 3;
  /** `1`, `1.2` or `A`; absent where it has none. */
  readonly number?: string;
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

/** Two or three boxes side by side, counted from 1: things to be done, each with figures by their names. */
export interface CardsBlock {
  readonly kind: 'cards';
  readonly cards: readonly {
    readonly title: string;
    /** `detail` is said in smaller letters, such as the range of a figure; empty for none. */
    readonly rows: readonly { readonly label: string; readonly value: string; readonly detail: string }[];
  }[];
}

export interface TableBlock extends Referable {
  readonly kind: 'table';
  /** Its place among the tables of the document, from 1; absent where it has no number. */
  readonly number?: number;
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

export interface FigureBlock extends Referable {
  readonly kind: 'figure';
  /** Its place among the figures of the document, from 1; absent where it has no number. */
  readonly number?: number;
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

/** Boxes side by side, a party each, to be signed and sealed by hand. */
export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly parties: readonly SigningParty[];
}

export interface SigningParty {
  readonly name: string;
  /** What stands before each line to be filled in, such as 负责人（签字）; at least one. */
  readonly lines: readonly string[];
  /** Words inside the place of the seal; empty where nothing is sealed. */
  readonly seal: string;
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

/** A heading as it is read, its number before it. */
export function headingText({ number, text }: Pick<HeadingBlock, 'number' | 'text'>): string {
  return number === undefined ? text : `${number}  ${text}`;
}

/** The caption of a table or figure as it is read: `图1  全年用水`, `Figure 1  Water of a year`; undefined where there is none. */
export function captionText(
  { kind, number, caption }: TableBlock | FigureBlock,
  labels: BlockLabels,
): string | undefined {
  if (number === undefined) return caption;
  const label = labelled(labels[kind], number);
  return caption === undefined ? label : `${label}  ${caption}`;
}

/** `图1`, `Figure 1`: a space only after a label of Latin letters. */
export function labelled(label: string, number: number | string): string {
  return /[a-z]$/iu.test(label) ? `${label} ${number}` : `${label}${number}`;
}
