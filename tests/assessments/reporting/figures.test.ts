import { describe, expect, it } from 'vitest';
import { benefitWaterfall } from '#assessments/reporting/figures/benefit-waterfall.ts';
import { routeMap } from '#assessments/reporting/figures/gantt.ts';
import { processFlow } from '#assessments/reporting/figures/process-flow.ts';
import type { Figure, FigureBlock, Shape } from '#assessments/reporting/report-document.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { architecture } from '#assessments/reporting/figures/architecture.ts';
import { bulletCharts } from '#assessments/reporting/figures/bullets.ts';
import { energySplit } from '#assessments/reporting/figures/energy-split.ts';
import { costBenefitMap } from '#assessments/reporting/figures/cost-benefit-map.ts';
import { waterBalance } from '#assessments/reporting/figures/water-balance.ts';
import { waterCostBars } from '#assessments/reporting/figures/water-cost.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { figuredMills } from '#tests/support/figured-mills.ts';

const FIGURES: Readonly<Record<string, (mill: Mill) => FigureBlock | readonly FigureBlock[] | null>> = {
  'benefit waterfall': benefitWaterfall,
  'route map': routeMap,
  'process flow': processFlow,
  'water balance': waterBalance,
  architecture,
  'energy split': energySplit,
  'bullet charts': (mill) => mill.topics.flatMap((topic) => bulletCharts(topic, mill) ?? []),
  'cost-benefit map': costBenefitMap,
  'cost of a cubic metre': waterCostBars,
};

/** The least that may be read on the page, and the text width that holds every figure unscaled. */
const LEAST = 8;
const TEXT_WIDTH = 487;
/** What a page keeps together with its caption (renderer/documents/pdf); a taller figure is drawn smaller. */
const TALLEST = 360;
/** What neighbouring letters may touch by. */
const TOUCH = 0.5;

const fonts = await nodeFonts();
const mills = figuredMills();

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a text is printed, by the widths of the font of the PDF. */
function boxOf({ text, x, y, size, align = 'left', strong = false }: Shape & { kind: 'text' }): Box {
  const font = strong ? fonts.bold : fonts.regular;
  const width = [...text].reduce((sum, c) => sum + font.advance(c.codePointAt(0) ?? 0), 0) * (size / 1000);
  const left = { left: x, center: x - width / 2, right: x - width }[align];
  return { text, left, right: left + width, top: y - 0.78 * size, bottom: y + 0.2 * size };
}

const textsOf = ({ shapes }: Figure) => shapes.filter((shape) => shape.kind === 'text');

function overlaps(figure: Figure): string[] {
  const boxes = textsOf(figure).map(boxOf);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

function outside(figure: Figure): string[] {
  const isOut = (left: number, top: number, right: number, bottom: number) =>
    left < -TOUCH || top < -TOUCH || right > figure.width + TOUCH || bottom > figure.height + TOUCH;
  return figure.shapes.flatMap((shape) => {
    if (shape.kind === 'text') {
      const { text, left, top, right, bottom } = boxOf(shape);
      return isOut(left, top, right, bottom) ? [text] : [];
    }
    if (shape.kind === 'line') return shape.points.filter(([x, y]) => isOut(x, y, x, y)).map(String);
    const [x, y] = shape.kind === 'rect' ? [shape.x, shape.y] : [shape.x - shape.radius, shape.y - shape.radius];
    const [w, h] = shape.kind === 'rect' ? [shape.width, shape.height] : [2 * shape.radius, 2 * shape.radius];
    return isOut(x, y, x + w, y + h) ? [`${shape.kind} ${x} ${y}`] : [];
  });
}

const all = mills.flatMap(({ id, language, mill }) =>
  Object.entries(FIGURES).flatMap(([name, make]) => {
    const made = make(mill);
    const blocks = made === null ? [] : 'kind' in made ? [made] : made;
    return blocks.map((block, i) => ({ name, id, language, block, part: i + 1 }));
  }),
);

describe.each(all)('$name $part of $id in $language', ({ block: { figure, caption, table } }) => {
  it('lies within its bounds and what a page holds unscaled, no text over another, none smaller than 8 pt', () => {
    expect(figure.width).toBeLessThanOrEqual(TEXT_WIDTH);
    expect(figure.height).toBeLessThanOrEqual(TALLEST);
    expect(overlaps(figure)).toEqual([]);
    expect(outside(figure)).toEqual([]);
    expect(textsOf(figure).filter(({ size }) => size < LEAST)).toEqual([]);
  });

  it('says what it shows, with a caption and the same in a table', () => {
    expect(figure.description).toMatch(/\S/);
    expect(caption).toMatch(/\S/);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const { cells } of table.rows) expect(cells.length).toBe(table.columns.length);
    expect([figure.description, caption, ...textsOf(figure).map(({ text }) => text)].join(' ')).not.toMatch(
      /undefined|NaN|\{\w+\}/,
    );
  });
});
