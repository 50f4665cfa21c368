import pdfmake from 'pdfmake';
import { NATURAL_LEADING, PAGE, TABLE, TEXT_WIDTH, TILES } from './blocks.mjs';
import { svgText } from './figure-svg.mjs';
import { FONT_FILES } from './fonts.mjs';

const FAMILY = 'NotoSansSC';

/** pdfmake with the whole fonts, which it cuts down itself; text in SVG wants them as files. */
export function painter({ blocks }) {
  pdfmake.addFonts({ [FAMILY]: { normal: FONT_FILES.regular, bold: FONT_FILES.bold } });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  return { paint: () => pdfmake.createPdf(definitionOf(blocks)).getBuffer() };
}

function definitionOf({ title, running, palette, blocks }) {
  const paint = painters(palette);
  return {
    info: { title },
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    defaultStyle: { font: FAMILY },
    header: (page) => (page === 1 ? null : header(running, palette)),
    footer: (page, pages) => (page === 1 ? null : footer(running, palette, page, pages)),
    content: blocks.map((block) => paint[block.kind](block)),
  };
}

function header({ header: text, mark }, palette) {
  const line = runningLine(text, { text: mark, bold: true, color: palette.bad }, palette);
  return [{ ...line, margin: [PAGE.left, 37, PAGE.right, 0] }, ruleBelow(2.5, palette)];
}

function footer({ footer: text, pageNumber }, palette, page, pages) {
  const number = pageNumber.replace('{page}', String(page)).replace('{pages}', String(pages));
  const line = runningLine(text, { text: number, color: palette.muted }, palette);
  return [ruleBelow(13, palette), { ...line, margin: [PAGE.left, 2, PAGE.right, 0] }];
}

function runningLine(left, right, { muted }) {
  return {
    fontSize: 8,
    columns: [
      { text: left, color: muted, width: '*' },
      { ...right, width: 'auto' },
    ],
  };
}

function ruleBelow(distance, { grid }) {
  const line = { type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineColor: grid, lineWidth: 0.6 };
  return { canvas: [line], margin: [PAGE.left, distance, 0, 0] };
}

const bar = (w, h, color) => ({ canvas: [{ type: 'rect', x: 0, y: 0, w, h, color }] });

function textOf({ text, size, leading, color, bold }, more = {}) {
  return { text, fontSize: size, lineHeight: leading / (size * NATURAL_LEADING), color, bold, ...more };
}

function painters(palette) {
  let atTop = true;
  const flowing = (node) => {
    atTop = false;
    return node;
  };
  return {
    cover: ({ lines, rows, notice }) => {
      atTop = true;
      return {
        stack: [
          { ...bar(PAGE.width, 10, palette.primary), absolutePosition: { x: 0, y: 0 } },
          ...lines.map((line, i) => textOf(line, { margin: [0, i === 0 ? 54 : 0, 0, 8] })),
          {
            margin: [0, 26, 0, 0],
            table: {
              widths: [110, '*'],
              body: rows.map(([label, value]) => [textOf(label), textOf(value)]),
            },
            layout: linesOf({ below: palette.grid, padX: 0, padY: 3 }),
          },
          textOf(notice, { absolutePosition: { x: PAGE.left, y: PAGE.height - PAGE.bottom - 2 * notice.leading } }),
          { text: '', pageBreak: 'after' },
        ],
      };
    },
    heading: ({ level, before, after, ...run }) => {
      const pageBreak = level === 1 && !atTop ? { pageBreak: 'before' } : {};
      const outline = level === 3 ? {} : { outline: true };
      return flowing({
        stack: [
          textOf(run, { margin: [0, before, 0, level === 1 ? 0 : after], ...outline }),
          ...(level === 1 ? [{ ...bar(36, 2.4, palette.primary), margin: [0, 0, 0, after - 2.4] }] : []),
        ],
        ...pageBreak,
      });
    },
    paragraph: ({ after, ...run }) => flowing(textOf(run, { margin: [0, 0, 0, after] })),
    list: ({ items }) =>
      flowing({
        stack: items.map(({ marker, ...run }) => ({
          margin: [0, 0, 0, 2],
          columns: [textOf(marker, { width: 14, margin: [2, 0, 0, 0] }), textOf(run, { width: '*' })],
        })),
        margin: [0, 0, 0, 4],
      }),
    tiles: ({ tiles }) =>
      flowing({
        unbreakable: true,
        margin: [0, 0, 0, 10],
        columnGap: TILES.gap,
        columns: tiles.map((runs) => ({
          table: {
            widths: ['*'],
            body: [[{ stack: runs.map((run) => textOf(run)), fillColor: palette.band }]],
          },
          layout: linesOf({ above: palette.primary, padX: TILES.padding, padY: TILES.padding }),
        })),
      }),
    table: ({ caption, columns, header: titles, rows }) =>
      flowing([
        ...(caption === null ? [] : [textOf(caption, { margin: [0, 0, 0, 2] })]),
        {
          margin: [0, 0, 0, 10],
          table: {
            headerRows: 1,
            keepWithHeaderRows: 1,
            dontBreakRows: true,
            widths: columns.map(({ width }) => width - 2 * TABLE.padX),
            body: [
              titles.map((cell, i) =>
                textOf(cell, { alignment: columns[i].align, fillColor: palette['primary-soft'] }),
              ),
              ...rows.map((row) => rowOf(row, columns, palette)),
            ],
          },
          layout: linesOf({ below: palette.grid, padX: TABLE.padX, padY: TABLE.padY }),
        },
      ]),
    figure: ({ caption, ...figure }) =>
      flowing({
        unbreakable: true,
        margin: [0, 0, 0, 8],
        stack: [
          { svg: svgText(figure, FAMILY), alignment: 'center' },
          textOf(caption, { alignment: 'center', margin: [0, 4, 0, 0] }),
        ],
      }),
    callout: ({ bar: color, ground, lines }) =>
      flowing({
        margin: [0, 2, 0, 8],
        table: {
          widths: ['*'],
          dontBreakRows: true,
          body: [[{ stack: lines.map((line) => textOf(line)), fillColor: ground }]],
        },
        layout: linesOf({ left: color, padX: 8, padY: 7 }),
      }),
    'page-break': () => ({ text: '', pageBreak: atTop ? undefined : 'before' }),
  };
}

function rowOf({ wide, band, cells }, columns, palette) {
  const look = band ? { fillColor: palette.band } : {};
  if (!wide) return cells.map((cell, i) => textOf(cell, { alignment: columns[i].align }));
  return [textOf(cells[0], { ...look, colSpan: columns.length }), ...columns.slice(1).map(() => ({}))];
}

function linesOf({ above, below, left, padX, padY }) {
  return {
    hLineWidth: (i) => (below !== undefined && i > 0 ? 0.5 : above !== undefined && i === 0 ? 2.4 : 0),
    hLineColor: () => above ?? below,
    vLineWidth: (i) => (left !== undefined && i === 0 ? 3 : 0),
    vLineColor: () => left,
    paddingLeft: () => padX,
    paddingRight: () => padX,
    paddingTop: () => padY,
    paddingBottom: () => padY,
  };
}
