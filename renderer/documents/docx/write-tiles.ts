import type { TilesBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { border, noBorder, paragraph, run, shade } from './paragraph.ts';
import { grid, widthsOf } from './write-table.ts';

const SIZES = [17, 14, 11, 9] as const;
/** Share of its size that a figure takes on the line. */
const FIGURE_WIDTH = 0.62;
const PADDING_POINTS = 9;

/** The figures side by side, as a table of one row; white lines keep them apart. */
export function writeTiles({ tiles }: TilesBlock): string {
  if (tiles.length === 0) return '';
  const widths = widthsOf(tiles.map(() => ({ width: 1 })));
  const cells = tiles.map(({ label, value, detail, tone }, i) => {
    const width = widths[i] ?? 0;
    return element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        element(
          'w:tcBorders',
          {},
          border('w:top', 18, PALETTE.primary),
          i === 0 ? noBorder('w:left') : border('w:left', 48, PALETTE.paper),
          i === tiles.length - 1 ? noBorder('w:right') : border('w:right', 48, PALETTE.paper),
        ),
        shade(PALETTE.band),
      ),
      paragraph(run(label), { style: 'TileLabel' }),
      paragraph(run(value, { color: TONE_INKS[tone], size: sizeFor(value, width / 20) }), { style: 'TileValue' }),
      paragraph(run(detail), { style: 'TileDetail' }),
    );
  });
  const row = element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), ...cells);
  return grid(widths, [row], PALETTE.paper) + paragraph('', { style: 'Gap' });
}

/** The largest size at which the figure likely stays on one line of a tile that many points wide. */
function sizeFor(value: string, width: number): number {
  return SIZES.find((size) => value.length * FIGURE_WIDTH * size <= width - PADDING_POINTS) ?? 9;
}
