import type { CoverBlock } from '../../../assessments/reporting/report-document.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { paragraph, run, TEXT_WIDTH, TWIPS } from './paragraph.ts';
import { writePicture } from './write-picture.ts';
import { grid } from './write-table.ts';

const LABEL_WIDTH = 118 * TWIPS;
/** Points that the space above the title has for a logo. */
const LOGO = { width: 170, height: 64 } as const;
/** Sizes of the enterprise's name by how many hanzi fit three lines. */
const NAME_SIZES = [
  { most: 54, size: 24 },
  { most: 66, size: 20 },
] as const;
const SMALL_NAME = 17;

/** The first page: what it is, of whom, when, under which number. */
export function writeCover(cover: CoverBlock, draft: Draft): string {
  const { kicker, title, enterprise, rows, mark, notice, logo } = cover;
  return [
    paragraph(logo === undefined ? '' : writePicture(logo, LOGO, '', draft), { style: 'CoverBand' }),
    paragraph(run(kicker), { style: 'CoverKicker' }),
    paragraph(run(title), { style: 'Title' }),
    paragraph(run(enterprise, { size: sizeOf(enterprise) }), { style: 'CoverName' }),
    mark === '' ? '' : paragraph(run(mark, { framed: true }), { style: 'CoverMark' }),
    paragraph('', { style: 'Gap' }),
    grid(
      [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
      rows.map(([label, value]) =>
        element('w:tr', {}, cell(label, LABEL_WIDTH, true), cell(value, TEXT_WIDTH - LABEL_WIDTH, false)),
      ),
    ),
    paragraph(run(notice), { style: 'CoverNotice' }),
  ].join('');
}

function sizeOf(name: string): number {
  return NAME_SIZES.find(({ most }) => name.length <= most)?.size ?? SMALL_NAME;
}

function cell(text: string, width: number, isLabel: boolean): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    paragraph(run(text, isLabel ? { size: 10, color: 'muted' } : { size: 10.5 }), { style: 'TableText' }),
  );
}
