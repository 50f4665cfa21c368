import type { Photo, PhotosBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { paragraph, run, TWIPS } from './paragraph.ts';
import { writePicture } from './write-picture.ts';
import { grid, widthsOf } from './write-table.ts';

const PADDING = 4.5;
const TALLEST = 230;

/** Photos two by two as a table; a pair and what stands below it stay on one page. */
export function writePhotos({ photos }: PhotosBlock, draft: Draft): string {
  if (photos.length === 0) return '';
  const widths = widthsOf([{ width: 1 }, { width: 1 }]);
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, i) =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit')),
      ...widths.map((width, k) => cell(photos[2 * i + k], width, draft)),
    ),
  );
  return grid(widths, rows, PALETTE.paper) + paragraph('', { style: 'Gap' });
}

function cell(photo: Photo | undefined, width: number, draft: Draft): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    ...(photo === undefined ? [paragraph('', { style: 'TableText' })] : shown(photo, width, draft)),
  );
}

function shown({ picture, title, text }: Photo, width: number, draft: Draft): string[] {
  const room = { width: width / TWIPS - 2 * PADDING, height: TALLEST };
  return [
    paragraph(writePicture(picture, room, title, draft), { style: 'Figure' }),
    paragraph(run(title, { strong: true }), { style: 'TableText', keepNext: true }),
    paragraph(run(text, { color: 'muted', size: 8 }), { style: 'TableText' }),
  ];
}
