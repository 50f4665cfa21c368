import type { BlockLabels, HeadingBlock, ReportDocument } from '../../../assessments/reporting/report-document.ts';
import { bytesOfBase64 } from './base64.ts';
import { HeadingNumbers } from './heading-numbers.ts';
import { FIRST_NUMBERING, type Numbering } from './numbering.ts';

/** A picture as a part of the file, and the name by which the text refers to it. */
export interface EmbeddedPicture {
  readonly relationship: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A heading of the table of contents, and the bookmark that it stands under. */
export interface ListedHeading {
  readonly block: HeadingBlock;
  readonly level: 1 | 2;
  readonly bookmark: string;
}

/** What the parts of a document share while it is written: identities handed out in order, headings, numberings, pictures. */
export class Draft {
  readonly headings: ListedHeading[] = [];
  readonly headingNumbers = new HeadingNumbers((of) => this.numbering(of));
  readonly pictures: EmbeddedPicture[] = [];
  readonly numberings: Numbering[] = [];
  readonly labels: BlockLabels;
  readonly #captions: ReadonlySet<string>;
  readonly #counted = { figure: 0, table: 0 };
  #identity = 0;

  constructor({ labels, blocks }: ReportDocument) {
    this.labels = labels;
    this.#captions = new Set(
      blocks.flatMap((block) =>
        (block.kind === 'figure' || block.kind === 'table') && block.number !== undefined
          ? [bookmarkOf(block.kind, block.number)]
          : [],
      ),
    );
  }

  /** The bookmark around the number of a figure or table; undefined where the document has none of that number. */
  captionBookmark(kind: 'figure' | 'table', number: number): string | undefined {
    const bookmark = bookmarkOf(kind, number);
    return this.#captions.has(bookmark) ? bookmark : undefined;
  }

  /** What makes Word count on at this number, where captions before it are left out; nothing where it does by itself. */
  restart(kind: 'figure' | 'table', number: number): string {
    const follows = number === this.#counted[kind] + 1;
    this.#counted[kind] = number;
    return follows ? '' : ` \\r ${number}`;
  }

  /** A further list of a kind; gives the number by which its paragraphs refer to it. */
  numbering(of: Numbering): number {
    this.numberings.push(of);
    return FIRST_NUMBERING + this.numberings.length - 1;
  }

  /** A number that no other drawing or bookmark of the document has. */
  identity(): number {
    this.#identity += 1;
    return this.#identity;
  }

  /** Takes a JPEG (base64) into the file; gives its relationship. */
  embed(jpeg: string): string {
    const name = `picture${this.pictures.length + 1}`;
    this.pictures.push({ relationship: name, path: `word/media/${name}.jpeg`, bytes: bytesOfBase64(jpeg) });
    return name;
  }
}

function bookmarkOf(kind: 'figure' | 'table', number: number): string {
  return `_Ref${kind === 'figure' ? 'Figure' : 'Table'}${number}`;
}
