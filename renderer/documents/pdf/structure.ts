/** What a part of a document is to a reader who hears it; the names are those of PDF. */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'Link';

/** A part of a document with its parts in reading order. What is drawn names the part that it belongs to. */
export interface StructureElement extends ElementTraits {
  readonly role: Role;
  readonly kids: StructureElement[];
}

export interface ElementTraits {
  /** Said in the place of what is seen. */
  readonly alt?: string;
  /** Columns that a cell takes; one where absent. */
  readonly columns?: number;
}

export function elementOf(role: Role, traits: ElementTraits = {}): StructureElement {
  return { role, kids: [], ...traits };
}
