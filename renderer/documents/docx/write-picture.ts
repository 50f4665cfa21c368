import type { Picture } from '../../../assessments/reporting/report-document.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { inlineDrawing } from './inline-drawing.ts';
import { PICTURE } from './namespaces.ts';

const EMU = 12700;

/** A picture within the text, as large as fits so many points; `description` for readers who cannot see it. */
export function writePicture(
  { jpeg, width, height }: Picture,
  room: { readonly width: number; readonly height: number },
  description: string,
  draft: Draft,
): string {
  const scale = Math.min(room.width / width, room.height / height) * EMU;
  const size = { cx: Math.round(width * scale), cy: Math.round(height * scale) };
  const id = draft.identity();
  const embedded = { 'r:embed': draft.embed(jpeg) };
  const drawn = element(
    'pic:pic',
    {},
    element('pic:nvPicPr', {}, element('pic:cNvPr', { id, name: 'picture' }), element('pic:cNvPicPr')),
    element('pic:blipFill', {}, element('a:blip', embedded), element('a:stretch', {}, element('a:fillRect'))),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  );
  return element('w:r', {}, inlineDrawing({ size, id, name: 'picture', description, kind: PICTURE }, drawn));
}
