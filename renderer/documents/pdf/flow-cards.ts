import type { CardsBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow } from './page-flow.ts';

const GAP = 9;
const PAD = 9;
const DISC = 9;
const TITLE = { look: style(10.5, 'ink', 'bold'), leading: 14 } as const;
const LABEL = style(8.5, 'muted');
const VALUE = style(10, 'primary', 'bold');
const DETAIL = style(8.5, 'text');
const LEADING = { value: 14, detail: 11.5, between: 2.5 } as const;
const LABEL_GAP = 6;

interface LaidRow {
  readonly label: string;
  readonly value: readonly string[];
  /** Beside the value where it fits on its only line, else on lines below. */
  readonly beside: string;
  readonly below: readonly string[];
  readonly height: number;
}

/** Boxes of one height side by side, each with its number in a disc, its title and its figures by name, row beside row. */
export function layCards(flow: PageFlow, { cards }: CardsBlock): LaidBlock {
  const width = (TEXT_WIDTH - GAP * (cards.length - 1)) / cards.length;
  const inner = width - 2 * PAD;
  const labels = cards.flatMap(({ rows }) => rows.map(({ label }) => flow.widthOf(flow.line(label), LABEL)));
  const indent = Math.max(0, ...labels) + LABEL_GAP;
  const laid = cards.map(({ title, rows }) => ({
    title: flow.lines(title, inner - 2 * DISC - 6, TITLE.look),
    rows: rows.map((row) => layRow(flow, row, inner - indent)),
  }));
  const titleHeight = Math.max(2 * DISC, ...laid.map(({ title }) => title.length * TITLE.leading)) + 6;
  const most = Math.max(0, ...laid.map(({ rows }) => rows.length));
  const heights = Array.from({ length: most }, (_, k) => Math.max(...laid.map(({ rows }) => rows[k]?.height ?? 0)));
  const rowsHeight = heights.reduce((sum, height) => sum + height, 0);
  const height = PAD + titleHeight + rowsHeight + PAD - 2;
  const place = () => {
    flow.keep(height);
    laid.forEach(({ title, rows }, i) => {
      const x = PAGE.left + i * (width + GAP);
      flow.add({ kind: 'rect', x, y: flow.y, width, height, fill: PALETTE.band });
      flow.add({ kind: 'rect', x, y: flow.y, width, height: 2.4, fill: PALETTE.primary });
      flow.inside(flow.part('Div'), () => {
        drawTitle(flow, title, i + 1, x + PAD, flow.y + PAD);
        let top = flow.y + PAD + titleHeight;
        rows.forEach((row, k) => {
          drawRow(flow, row, x + PAD, top, indent);
          top += heights[k] ?? 0;
        });
      });
    });
    if (laid.length > 0) flow.y += height + 10;
  };
  return { lead: height, place };
}

function layRow(flow: PageFlow, row: CardsBlock['cards'][number]['rows'][number], width: number): LaidRow {
  const value = flow.lines(row.value, width, VALUE);
  const detail = flow.line(row.detail);
  const free = width - flow.widthOf(value.at(-1) ?? '', VALUE) - LABEL_GAP;
  const isBeside = detail !== '' && value.length === 1 && flow.widthOf(detail, DETAIL) <= free;
  const below = isBeside || detail === '' ? [] : flow.lines(detail, width, DETAIL);
  const height = value.length * LEADING.value + below.length * LEADING.detail + LEADING.between;
  return { label: flow.line(row.label), value, beside: isBeside ? detail : '', below, height };
}

function drawTitle(flow: PageFlow, lines: readonly string[], number: number, x: number, top: number): void {
  const { look, leading } = TITLE;
  flow.add({ kind: 'circle', x: x + DISC, y: top + DISC, radius: DISC, fill: PALETTE.primary });
  flow.inside(flow.part('P'), () => {
    flow.text(String(number), x, top + DISC + 4, style(11, 'paper', 'bold'), 'center', 2 * DISC);
    const first = top + (lines.length === 1 ? DISC + 4 : look.size);
    lines.forEach((line, i) => flow.text(line, x + 2 * DISC + 6, first + i * leading, look));
  });
}

function drawRow(flow: PageFlow, row: LaidRow, x: number, top: number, indent: number): void {
  const at = x + indent;
  const baseline = top + VALUE.size;
  flow.inside(flow.part('P'), () => {
    flow.text(row.label, x, baseline, LABEL);
    row.value.forEach((line, i) => flow.text(line, at, baseline + i * LEADING.value, VALUE));
    const after = at + flow.widthOf(row.value.at(-1) ?? '', VALUE) + LABEL_GAP;
    flow.text(row.beside, after, baseline, DETAIL);
    const below = baseline + (row.value.length - 1) * LEADING.value + LEADING.detail + 1;
    row.below.forEach((line, i) => flow.text(line, at, below + i * LEADING.detail, DETAIL));
  });
}
