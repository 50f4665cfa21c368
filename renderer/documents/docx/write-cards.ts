import type { CardsBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { border, noBorder, paragraph, run, shade } from './paragraph.ts';
import { grid, widthsOf } from './write-table.ts';

/** The things side by side, as a table of one row; white lines keep them apart. */
export function writeCards({ cards }: CardsBlock): string {
  if (cards.length === 0) return '';
  const widths = widthsOf(cards.map(() => ({ width: 1 })));
  const cells = cards.map(({ title, rows }, i) =>
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': widths[i] ?? 0, 'w:type': 'dxa' }),
        element(
          'w:tcBorders',
          {},
          border('w:top', 18, PALETTE.primary),
          i === 0 ? noBorder('w:left') : border('w:left', 48, PALETTE.paper),
          i === cards.length - 1 ? noBorder('w:right') : border('w:right', 48, PALETTE.paper),
        ),
        shade(PALETTE.band),
      ),
      paragraph(run(`${i + 1}  ${title}`, { strong: true, size: 10.5, color: 'primary' }), { style: 'TileLabel' }),
      ...rows.map(({ label, value, detail }) =>
        paragraph(
          run(`${label}  `, { color: 'muted' }) +
            run(value, { strong: true, size: 10 }) +
            (detail === '' ? '' : run(`  ${detail}`)),
          { style: 'TileDetail' },
        ),
      ),
    ),
  );
  const row = element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), ...cells);
  return grid(widths, [row], PALETTE.paper) + paragraph('', { style: 'Gap' });
}
