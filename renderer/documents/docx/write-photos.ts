import type { Photo, PhotosBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { paragraph, run, shade, TWIPS, valued } from './paragraph.ts';
import { writePicture } from './write-picture.ts';
import { CELL_SIDE } from './table-style.ts';
import { grid, MOST_WHOLE, widthsOf } from './write-table.ts';

const TALLEST = 230;

/** Photos two by two as a table; a pair and what stands below it stay on one page. */
export function writePhotos({ photos }: PhotosBlock, draft: Draft): string {
  if (photos.length === 0) return '';
  const widths = widthsOf([{ width: 1 }, { width: 1 }]);
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, i) => {
    const pair = widths.map((width, k) => ({ width, photo: photos[2 * i + k] }));
    const isLong = pair.some(({ photo }) => (photo?.text.length ?? 0) > MOST_WHOLE);
    return row(pair.map((place) => picture(place, draft))) + row(pair.map(caption), isLong);
  });
  return grid(widths, rows, PALETTE.paper) + paragraph('', { style: 'Gap' });
}

/** A photo in its half of the text; the last one may stand alone. */
interface Place {
  readonly width: number;
  readonly photo: Photo | undefined;
}

function row(cells: readonly string[], maySplit = false): string {
  return element('w:tr', {}, maySplit ? '' : element('w:trPr', {}, element('w:cantSplit')), ...cells);
}

function picture({ width, photo }: Place, draft: Draft): string {
  const room = { width: width / TWIPS - 2 * CELL_SIDE, height: TALLEST };
  const shown = photo === undefined ? '' : writePicture(photo.picture, room, photo.title, draft);
  const ground = photo === undefined ? '' : shade(PALETTE.band);
  return cell(width, ground + valued('w:vAlign', 'center'), paragraph(shown, { style: 'Figure', keepNext: true }));
}

function caption({ width, photo }: Place): string {
  const { title = '', text = '' } = photo ?? {};
  return cell(
    width,
    '',
    paragraph(run(title, { strong: true }), { style: 'TableText' }),
    paragraph(run(text, { color: 'muted', size: 8 }), { style: 'TableText' }),
  );
}

function cell(width: number, properties: string, ...paragraphs: readonly string[]): string {
  const size = element('w:tcW', { 'w:w': width, 'w:type': 'dxa' });
  return element('w:tc', {}, element('w:tcPr', {}, size, properties), ...paragraphs);
}
