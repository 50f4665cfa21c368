import type { SignaturesBlock, SigningParty } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { border, paragraph, run, valued } from './paragraph.ts';
import { grid, widthsOf } from './write-table.ts';

const SIDES = ['w:top', 'w:left', 'w:bottom', 'w:right'] as const;

/** Boxes side by side: name, place of the seal, lines to be filled in by hand; they stay on one page. */
export function writeSignatures({ parties }: SignaturesBlock): string {
  if (parties.length === 0) return '';
  const widths = widthsOf(parties.map(() => ({ width: 1 })));
  const hasSeal = parties.some(({ seal }) => seal !== '');
  const cells = parties.map((party, i) => cell(party, widths[i] ?? 0, hasSeal));
  const row = element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), ...cells);
  return grid(widths, [row], PALETTE.paper) + paragraph('', { style: 'Gap' });
}

function cell({ name, lines, seal }: SigningParty, width: number, hasSeal: boolean): string {
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tcBorders', {}, ...SIDES.map((side) => border(side, 6, PALETTE.muted))),
      valued('w:vAlign', 'top'),
    ),
    paragraph(run(name), { style: 'SignatureName' }),
    hasSeal ? paragraph(run(seal), { style: 'SignatureSeal' }) : '',
    ...lines.map((line) =>
      paragraph(run(line) + element('w:r', {}, element('w:tab')), { style: 'SignatureLine', rightTab: width - 240 }),
    ),
  );
}
