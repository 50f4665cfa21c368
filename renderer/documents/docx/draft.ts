import { bytesOfBase64 } from './base64.ts';

/** A picture as a part of the file, and the name by which the text refers to it. */
export interface EmbeddedPicture {
  readonly relationship: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the parts of a document share while it is written: identities handed out in order, headings, ordered lists, pictures. */
export class Draft {
  /** Headings that the table of contents lists, with the bookmark each stands under. */
  readonly headings: { readonly level: 1 | 2; readonly text: string; readonly bookmark: string }[] = [];
  readonly pictures: EmbeddedPicture[] = [];
  orderedLists = 0;
  #identity = 0;

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
