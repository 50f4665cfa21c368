import type PptxGenJS from 'pptxgenjs';
import type { Shape } from '../../../assessments/reporting/report-document.ts';
import { holdable } from '../ooxml/xml.ts';
import { hex } from './ink.ts';
import type { Placed } from './placed.ts';
import { emu } from './slide-geometry.ts';
import { foreignShare } from './text-room.ts';

/** Height of the box of a text in its size, and how far its middle lies above the baseline. */
const TEXT_BOX = { height: 1.4, middle: 0.36 } as const;

/** A path of its own; the types of the library forget it. */
const FREEFORM = 'custGeom' as PptxGenJS.SHAPE_NAME;

/** By so much the letters of a figure are narrower than those of the fonts that a slide may be shown in. */
const NARROWER = 0.12;

interface Drawing {
  readonly lang: string;
  /** That every shape of the figure begins with, so that they can be made one group. */
  readonly name: string;
}

interface Frame extends Drawing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Of the figure, in its own points. */
  readonly width: number;
}

/** Draws a figure as shapes and text boxes in its box. */
export function paintFigure(
  { box, figure }: Placed & { kind: 'figure' },
  slide: PptxGenJS.Slide,
  drawing: Drawing,
): void {
  const frame: Frame = { ...drawing, x: box.x, y: box.y, scale: box.width / figure.width, width: figure.width };
  slide.addShape('rect', {
    x: emu(box.x),
    y: emu(box.y),
    w: emu(box.width),
    h: emu(box.height),
    objectName: `${drawing.name}: ${holdable(figure.description).replaceAll(/\s+/g, ' ')}`,
  });
  for (const shape of figure.shapes) paintShape(shape, slide, frame);
}

function paintShape(shape: Shape, slide: PptxGenJS.Slide, frame: Frame): void {
  const { x, y, scale, name } = frame;
  switch (shape.kind) {
    case 'line':
      paintLine(shape, slide, frame);
      break;
    case 'rect': {
      const { fill, stroke, strokeWidth, hatched } = shape;
      const isHatched = hatched === true && fill === undefined;
      slide.addShape('rect', {
        x: emu(x + shape.x * scale),
        y: emu(y + shape.y * scale),
        w: emu(shape.width * scale),
        h: emu(shape.height * scale),
        objectName: isHatched ? `${name} hatched` : name,
        ...filled(isHatched ? 'primary' : fill),
        ...stroked(stroke, strokeWidth, scale),
      });
      break;
    }
    case 'circle': {
      const { radius, fill, stroke } = shape;
      slide.addShape('ellipse', {
        x: emu(x + (shape.x - radius) * scale),
        y: emu(y + (shape.y - radius) * scale),
        w: emu(2 * radius * scale),
        h: emu(2 * radius * scale),
        objectName: name,
        ...filled(fill),
        ...stroked(stroke, 1, scale),
      });
      break;
    }
    case 'text':
      paintWords(shape, slide, frame);
      break;
  }
}

function paintLine(
  { points, closed, stroke, strokeWidth, dashed, fill, fillOpacity }: Shape & { kind: 'line' },
  slide: PptxGenJS.Slide,
  { x, y, scale, name }: Frame,
): void {
  if (points.length < 2) return;
  const xs = points.map(([px]) => px);
  const ys = points.map(([, py]) => py);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const path = points.map(([px, py], i) => ({
    x: emu((px - left) * scale),
    y: emu((py - top) * scale),
    ...(i === 0 ? { moveTo: true } : {}),
  }));
  slide.addShape(FREEFORM, {
    x: emu(x + left * scale),
    y: emu(y + top * scale),
    w: emu((Math.max(...xs) - left) * scale),
    h: emu((Math.max(...ys) - top) * scale),
    objectName: name,
    points: closed ? [...path, { close: true }] : path,
    ...filled(fill, fillOpacity),
    ...stroked(stroke, strokeWidth, scale, dashed),
  });
}

/** A text box around the baseline, reaching as far as the figure lets the text run. */
function paintWords(
  { x: at, y: base, text, size, color, align = 'left', strong = false }: Shape & { kind: 'text' },
  slide: PptxGenJS.Slide,
  { x, y, scale, width, lang, name }: Frame,
): void {
  const half = Math.min(at, width - at);
  const reach = {
    left: { from: at, width: width - at },
    right: { from: 0, width: at },
    center: { from: at - half, width: 2 * half },
  }[align];
  const type = Math.round(2 * size * scale * (1 - NARROWER * foreignShare(text))) / 2;
  const height = TEXT_BOX.height * type;
  slide.addText(holdable(text).replaceAll(/\s+/g, ' '), {
    x: emu(x + reach.from * scale),
    y: emu(y + base * scale - TEXT_BOX.middle * type - height / 2),
    w: emu(reach.width * scale),
    h: emu(height),
    objectName: name,
    isTextBox: true,
    margin: 0,
    wrap: false,
    valign: 'middle',
    align,
    fontSize: type,
    color: hex(color),
    bold: strong,
    lang,
  });
}

function filled(ink: Parameters<typeof hex>[0] | undefined, opacity = 1) {
  if (ink === undefined) return {};
  const transparency = Math.round(100 * (1 - opacity));
  return { fill: { color: hex(ink), ...(transparency > 0 ? { transparency } : {}) } };
}

function stroked(ink: Parameters<typeof hex>[0] | undefined, width = 1, scale = 1, dashed = false) {
  if (ink === undefined) return {};
  return { line: { color: hex(ink), width: width * scale, ...(dashed ? { dashType: 'dash' as const } : {}) } };
}
