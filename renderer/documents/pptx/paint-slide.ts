import type PptxGenJS from 'pptxgenjs';
import { holdable } from '../ooxml/xml.ts';
import { hex } from './ink.ts';
import type { Line, Placed } from './placed.ts';
import { paintFigure } from './paint-figure.ts';
import { CELL_SIDE, emu, LEADING, type Box } from './slide-geometry.ts';

/** Puts what is placed on a slide: text boxes, tables and drawn shapes, all of them editable. */
export function paintPlaced(placed: readonly Placed[], slide: PptxGenJS.Slide, lang: string): void {
  placed.forEach((one, i) => {
    switch (one.kind) {
      case 'text':
        paintText(one, slide, lang);
        break;
      case 'table':
        paintTable(one, slide, lang, i);
        break;
      case 'figure':
        paintFigure(one, slide, { lang, name: `${one.name} ${i}` });
        break;
    }
  });
}

/** Place and size as the library takes them. */
export function placeOf({ x, y, width, height }: Box) {
  return { x: emu(x), y: emu(y), w: emu(width), h: emu(height) };
}

export function paintText(
  { name, box, lines, ground, inset, anchor, gap }: Placed & { kind: 'text' },
  slide: PptxGenJS.Slide,
  lang: string,
): void {
  const runs = lines.map((line, i) => runOf(line, { lang, gap, isLast: i === lines.length - 1 }));
  if (name === 'title') {
    slide.addText(runs, { placeholder: 'title' });
    return;
  }
  slide.addText(runs, {
    ...placeOf(box),
    objectName: name,
    isTextBox: true,
    margin: inset,
    valign: anchor,
    ...(ground === undefined ? {} : { fill: { color: hex(ground) } }),
  });
}

function runOf(
  { text, size, ink, strong = false, bullet }: Line,
  { lang, gap, isLast }: { readonly lang: string; readonly gap: number; readonly isLast: boolean },
): PptxGenJS.TextProps {
  return {
    text: holdable(text),
    options: {
      fontSize: size,
      color: hex(ink),
      bold: strong,
      lang,
      align: 'left',
      lineSpacing: size * LEADING,
      paraSpaceAfter: gap,
      breakLine: !isLast,
      ...(bullet === undefined
        ? {}
        : { bullet: bullet === 'number' ? { type: 'number', indent: 20 } : { indent: 20 } }),
    },
  };
}

function paintTable(
  { box, size, padding, widths, rows }: Placed & { kind: 'table' },
  slide: PptxGenJS.Slide,
  lang: string,
  i: number,
): void {
  const none = { type: 'none' } as const;
  slide.addTable(
    rows.map(({ isHead, cells }) =>
      cells.map(({ text, ink, strong, align, columns }) => ({
        text: holdable(text),
        options: {
          color: hex(ink),
          bold: strong,
          align,
          valign: 'middle' as const,
          fontSize: size,
          lang,
          lineSpacing: size * LEADING,
          margin: [padding, CELL_SIDE, padding, CELL_SIDE] as [number, number, number, number],
          border: [
            none,
            none,
            { type: 'solid', pt: isHead ? 1.5 : 0.5, color: hex(isHead ? 'primary' : 'grid') },
            none,
          ] as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps],
          ...(columns > 1 ? { colspan: columns } : {}),
        },
      })),
    ),
    {
      ...placeOf(box),
      objectName: `table ${i}`,
      colW: widths.map(emu),
      rowH: rows.map(({ height }) => emu(height)),
      autoPage: false,
    },
  );
}
