import { element } from '../ooxml/xml.ts';

interface InlineDrawing {
  /** English metric units: 12,700 a point. */
  readonly size: { readonly cx: number; readonly cy: number };
  readonly id: number;
  readonly name: string;
  /** For readers who cannot see it. */
  readonly description: string;
  /** Namespace of what is drawn. */
  readonly kind: string;
}

/** A drawing that stands in the text like a letter. */
export function inlineDrawing({ size, id, name, description, kind }: InlineDrawing, content: string): string {
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', size),
      element('wp:docPr', { id, name, descr: description }),
      element('a:graphic', {}, element('a:graphicData', { uri: kind }, content)),
    ),
  );
}
