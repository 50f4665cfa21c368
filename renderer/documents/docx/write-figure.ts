import type { Figure, FigureBlock, Ink, Shape } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element, escaped } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { inlineDrawing } from './inline-drawing.ts';
import { WORD_GROUP } from './namespaces.ts';
import { hex, paragraph, run, TEXT_WIDTH, TWIPS } from './paragraph.ts';
import { writeCaption } from './write-caption.ts';

const EMU = 12700;
/** Height of the box of a text in its size, and how far its middle lies above the baseline. */
const TEXT_BOX = { height: 2, middle: 0.36 } as const;

/** A figure as a group of drawn shapes, sharp at every size and editable, with its caption below. */
export function writeFigure(block: FigureBlock, draft: Draft): string {
  return paragraph(drawing(block.figure, draft), { style: 'Figure' }) + writeCaption(block, 'Caption', draft);
}

/** Readers older than Word 2010 get the description instead. */
function drawing({ width, height, description, shapes }: Figure, draft: Draft): string {
  const scale = Math.min(1, TEXT_WIDTH / TWIPS / width);
  const size = { cx: emu(width * scale), cy: emu(height * scale) };
  const origin = { x: 0, y: 0 };
  const id = draft.identity();
  const group = element(
    'wpg:wgp',
    {},
    element('wpg:cNvGrpSpPr'),
    element(
      'wpg:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', origin),
        element('a:ext', size),
        element('a:chOff', origin),
        element('a:chExt', size),
      ),
    ),
    sheet({ x: 0, y: 0, width, height, scale }, draft),
    ...shapes.map((shape) => drawn(shape, { scale, width }, draft)),
  );
  return element(
    'w:r',
    {},
    element(
      'mc:AlternateContent',
      {},
      element(
        'mc:Choice',
        { Requires: 'wpg' },
        inlineDrawing({ size, id, name: 'figure', description, kind: WORD_GROUP }, group),
      ),
      element('mc:Fallback', {}, element('w:t', {}, escaped(description))),
    ),
  );
}

interface Frame {
  readonly scale: number;
  /** Of the figure, in its own points. */
  readonly width: number;
}

function drawn(shape: Shape, frame: Frame, draft: Draft): string {
  const { scale } = frame;
  switch (shape.kind) {
    case 'line':
      return line(shape, scale, draft);
    case 'rect': {
      const { x, y, width, height, fill, stroke, strokeWidth, hatched } = shape;
      const ground = hatched === true && fill === undefined ? hatching() : filled(fill);
      const box = { x, y, width, height, scale };
      return outlined(box, preset('rect'), ground + stroked(stroke, strokeWidth, scale), draft);
    }
    case 'circle': {
      const { x, y, radius, fill, stroke } = shape;
      const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, scale };
      return outlined(box, preset('ellipse'), filled(fill) + stroked(stroke, 1, scale), draft);
    }
    case 'text':
      return words(shape, frame, draft);
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

function outlined(box: Box, geometry: string, paint: string, draft: Draft, text = ''): string {
  const { x, y, width, height, scale } = box;
  return element(
    'wps:wsp',
    {},
    element('wps:cNvPr', { id: draft.identity(), name: 'shape' }),
    element('wps:cNvSpPr', text === '' ? {} : { txBox: 1 }),
    element(
      'wps:spPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: emu(x * scale), y: emu(y * scale) }),
        element('a:ext', { cx: emu(width * scale), cy: emu(height * scale) }),
      ),
      geometry,
      paint,
    ),
    text === ''
      ? element('wps:bodyPr')
      : text +
          element(
            'wps:bodyPr',
            { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' },
            element('a:noAutofit'),
          ),
  );
}

/** Nothing to see, as large as the figure: without it LibreOffice takes what is drawn for the size of the group. */
function sheet(box: Box, draft: Draft): string {
  return outlined(box, preset('rect'), filled(undefined) + stroked(undefined), draft);
}

/** Always a path of its own: LibreOffice turns a whole group by the angle of a line that is one of the known shapes. */
function line(shape: Shape & { kind: 'line' }, scale: number, draft: Draft): string {
  const { points, closed, stroke, strokeWidth, dashed, fill, fillOpacity } = shape;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, scale };
  const paint = filled(fill, fillOpacity) + stroked(stroke, strokeWidth, scale, dashed);
  if (points.length < 2) return '';
  const point = ([px, py]: readonly [number, number]) =>
    element('a:pt', { x: emu((px - x) * scale), y: emu((py - y) * scale) });
  const path = element(
    'a:path',
    { w: emu(box.width * scale), h: emu(box.height * scale) },
    ...points.map((entry, i) => element(i === 0 ? 'a:moveTo' : 'a:lnTo', {}, point(entry))),
    closed ? element('a:close') : '',
  );
  const geometry = element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst'),
    element('a:ahLst'),
    element('a:cxnLst'),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', {}, path),
  );
  return outlined(box, geometry, paint, draft);
}

/** A text box around the baseline, reaching as far as the figure lets the text run. */
function words(shape: Shape & { kind: 'text' }, { scale, width }: Frame, draft: Draft): string {
  const { x, y, text, size, color, align = 'left', strong } = shape;
  const half = Math.min(x, width - x);
  const reach = {
    left: { x, width: width - x },
    right: { x: 0, width: x },
    center: { x: x - half, width: 2 * half },
  }[align];
  const height = TEXT_BOX.height * size;
  const box = { ...reach, y: y - TEXT_BOX.middle * size - height / 2, height, scale };
  const content = run(text.replaceAll(/\s+/g, ' '), {
    color,
    size: Math.round(2 * size * scale) / 2,
    ...(strong === true ? { strong } : {}),
  });
  return outlined(
    box,
    preset('rect'),
    filled(undefined) + stroked(undefined),
    draft,
    element('wps:txbx', {}, element('w:txbxContent', {}, paragraph(content, { style: 'FigureText', align }))),
  );
}

function preset(prst: string): string {
  return element('a:prstGeom', { prst }, element('a:avLst'));
}

function filled(ink: Ink | undefined, opacity = 1): string {
  if (ink === undefined) return element('a:noFill');
  const alpha = opacity < 1 ? element('a:alpha', { val: Math.round(opacity * 100_000) }) : '';
  return element('a:solidFill', {}, element('a:srgbClr', { val: hex(PALETTE[ink]) }, alpha));
}

function hatching(): string {
  const color = (name: string, ink: Ink) => element(name, {}, element('a:srgbClr', { val: hex(PALETTE[ink]) }));
  return element('a:pattFill', { prst: 'ltUpDiag' }, color('a:fgClr', 'primary'), color('a:bgClr', 'paper'));
}

function stroked(ink: Ink | undefined, width = 1, scale = 1, dashed = false): string {
  if (ink === undefined) return element('a:ln', {}, element('a:noFill'));
  return element('a:ln', { w: emu(width * scale) }, filled(ink), dashed ? element('a:prstDash', { val: 'dash' }) : '');
}

function emu(points: number): number {
  return Math.round(points * EMU);
}
