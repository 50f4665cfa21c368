/** What the parts of a document share while it is written: identities handed out in order, headings, ordered lists. */
export class Draft {
  /** Headings that the table of contents lists, with the bookmark each stands under. */
  readonly headings: { readonly level: 1 | 2; readonly text: string; readonly bookmark: string }[] = [];
  orderedLists = 0;
  #identity = 0;

  /** A number that no other drawing or bookmark of the document has. */
  identity(): number {
    this.#identity += 1;
    return this.#identity;
  }
}
