import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { border, shade, TWIPS, valued } from './paragraph.ts';

/** The style of every table of the report; Word shows it as Report Table. */
export const TABLE_STYLE = 'ReportTable';

/** Points between the text of a cell and its left and right edge. */
export const CELL_SIDE = 4.5;
/** Points above and below the text of a cell. */
export const CELL_TOP = 2.5;

/** Hairlines between the rows, a tinted first row. */
export function tableStyle(): string {
  const side = (name: string, points: number) => element(name, { 'w:w': points * TWIPS, 'w:type': 'dxa' });
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': TABLE_STYLE },
    valued('w:name', 'Report Table'),
    element('w:qFormat'),
    element(
      'w:tblPr',
      {},
      element('w:tblBorders', {}, border('w:bottom', 4, PALETTE.grid), border('w:insideH', 4, PALETTE.grid)),
      element(
        'w:tblCellMar',
        {},
        side('w:top', CELL_TOP),
        side('w:left', CELL_SIDE),
        side('w:bottom', CELL_TOP),
        side('w:right', CELL_SIDE),
      ),
    ),
    element('w:tblStylePr', { 'w:type': 'firstRow' }, element('w:tcPr', {}, shade(PALETTE['primary-soft']))),
  );
}
