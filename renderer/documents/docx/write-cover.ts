import type { CoverBlock, Picture } from '../../../assessments/reporting/report-document.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { PICTURE } from './namespaces.ts';
import { paragraph, run, TEXT_WIDTH, TWIPS } from './paragraph.ts';
import { grid } from './write-table.ts';

const LABEL_WIDTH = 118 * TWIPS;
const LOGO = { width: 170, height: 64, path: 'word/media/logo.jpeg', relationship: 'logo' } as const;
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
    paragraph(logo === undefined ? '' : picture(logo, draft), { style: 'CoverBand' }),
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

/** The picture of the cover as a part of the file; its bytes as base64. */
export function logoOf(cover: CoverBlock | undefined) {
  return cover?.logo === undefined ? null : { ...LOGO, jpeg: cover.logo.jpeg };
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

/** As large as fits the space above the title. */
function picture({ width, height }: Picture, draft: Draft): string {
  const scale = Math.min(LOGO.width / width, LOGO.height / height) * 12700;
  const size = { cx: Math.round(width * scale), cy: Math.round(height * scale) };
  const id = draft.identity();
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', size),
        element('wp:docPr', { id, name: 'logo' }),
        element(
          'a:graphic',
          {},
          element(
            'a:graphicData',
            { uri: PICTURE },
            element(
              'pic:pic',
              {},
              element('pic:nvPicPr', {}, element('pic:cNvPr', { id, name: 'logo' }), element('pic:cNvPicPr')),
              element(
                'pic:blipFill',
                {},
                element('a:blip', { 'r:embed': LOGO.relationship }),
                element('a:stretch', {}, element('a:fillRect')),
              ),
              element(
                'pic:spPr',
                {},
                element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
