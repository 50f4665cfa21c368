import PDFDocument from 'pdfkit';
import { NATURAL_LEADING, PAGE, TABLE, TEXT_WIDTH, TILES } from './blocks.mjs';
import { drawFigure } from './pdfkit-figure.mjs';

const BOTTOM = PAGE.height - PAGE.bottom;

/** A report painted with pdfkit and its own line breaking. */
export function painterWith({ regular, bold }) {
  return async ({ title, running, palette, blocks }) => {
    const margins = { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right };
    const doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margins,
      bufferPages: true,
      info: { Title: title },
    });
    const bytes = collect(doc);
    doc.registerFont('regular', await regular());
    doc.registerFont('bold', await bold());
    const { paint, rule } = penOf(doc, palette);
    for (const block of blocks) paint[block.kind](block);
    addRunning(doc, running, palette, rule);
    doc.end();
    return bytes;
  };
}

function collect(doc) {
  const chunks = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function addRunning(doc, { header, mark, footer, pageNumber }, palette, rule) {
  const { count } = doc.bufferedPageRange();
  const put = (text, y, color, font, align) => {
    doc.font(font).fontSize(8).fillColor(color);
    const x = align === 'left' ? PAGE.left : PAGE.left + TEXT_WIDTH - doc.widthOfString(text);
    doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  };
  for (let i = 1; i < count; i += 1) {
    doc.switchToPage(i);
    put(header, 46, palette.muted, 'regular', 'left');
    put(mark, 46, palette.bad, 'bold', 'right');
    rule(51, palette.grid, 0.6);
    const number = pageNumber.replace('{page}', String(i + 1)).replace('{pages}', String(count));
    rule(PAGE.height - 49, palette.grid, 0.6);
    put(footer, PAGE.height - 38, palette.muted, 'regular', 'left');
    put(number, PAGE.height - 38, palette.muted, 'regular', 'right');
  }
}

function penOf(doc, palette) {
  let y = PAGE.top;
  let chapter = null;

  const dress = ({ size, bold }) => doc.font(bold ? 'bold' : 'regular').fontSize(size);
  const lineGap = ({ size, leading }) => leading - size * NATURAL_LEADING;
  const heightOf = (run, width) => dress(run).heightOfString(run.text, { width, lineGap: lineGap(run) });
  const box = (x, top, width, height, color) => doc.rect(x, top, width, height).fill(color);
  /** Writes and gives the y below; goes on over pages by itself. */
  const write = (run, x, top, width, align = 'left') => {
    dress(run)
      .fillColor(run.color)
      .text(run.text, x, top, { width, align, lineGap: lineGap(run) });
    return doc.y;
  };
  const newPage = () => {
    doc.addPage();
    y = PAGE.top;
  };
  const keep = (height) => {
    if (y + height > BOTTOM && y > PAGE.top) newPage();
  };
  const rule = (top, color, width) =>
    doc
      .moveTo(PAGE.left, top)
      .lineTo(PAGE.left + TEXT_WIDTH, top)
      .lineWidth(width)
      .stroke(color);

  const drawRow = (cells, columns, height) => {
    cells.forEach((cell, i) => {
      const { x, width, align } = columns[i];
      write(cell, x + TABLE.padX, y + TABLE.padY, width - 2 * TABLE.padX, align);
    });
    y += height;
  };
  const rowHeight = (cells, columns) =>
    Math.max(...cells.map((cell, i) => heightOf(cell, columns[i].width - 2 * TABLE.padX))) + 2 * TABLE.padY;

  const paint = {
    cover({ lines, rows, notice }) {
      box(0, 0, PAGE.width, 10, palette.primary);
      y = 120;
      for (const line of lines) y = write(line, PAGE.left, y, TEXT_WIDTH) + 8;
      y += 26;
      for (const [label, value] of rows) {
        y = Math.max(write(label, PAGE.left, y, 110), write(value, PAGE.left + 118, y, TEXT_WIDTH - 118)) + 7;
        rule(y - 4, palette.grid, 0.5);
      }
      write(notice, PAGE.left, BOTTOM - heightOf(notice, TEXT_WIDTH), TEXT_WIDTH);
      newPage();
    },
    heading({ level, before, after, keepWith, ...run }) {
      if (level === 1 && y > PAGE.top) newPage();
      if (y > PAGE.top) y += before;
      keep(run.leading + keepWith);
      if (level === 1) chapter = doc.outline.addItem(run.text);
      if (level === 2) (chapter ?? doc.outline).addItem(run.text);
      y = write(run, PAGE.left, y, TEXT_WIDTH);
      if (level === 1) box(PAGE.left, y, 36, 2.4, palette.primary);
      y += after;
    },
    paragraph({ after, ...run }) {
      keep(run.leading);
      y = write(run, PAGE.left, y, TEXT_WIDTH) + after;
    },
    list({ items }) {
      for (const { marker, ...run } of items) {
        keep(run.leading);
        write(marker, PAGE.left + 2, y, 12);
        y = write(run, PAGE.left + 14, y, TEXT_WIDTH - 14) + 2;
      }
      y += 4;
    },
    tiles({ tiles }) {
      const { gap, padding } = TILES;
      const width = (TEXT_WIDTH - gap * (tiles.length - 1)) / tiles.length;
      const inner = width - 2 * padding;
      const heights = tiles.map((runs) => runs.reduce((sum, run) => sum + heightOf(run, inner), 0));
      const height = Math.max(...heights) + 2 * padding;
      keep(height);
      tiles.forEach((runs, i) => {
        const x = PAGE.left + i * (width + gap);
        box(x, y, width, height, palette.band);
        box(x, y, width, 2.4, palette.primary);
        let top = y + padding;
        for (const run of runs) top = write(run, x + padding, top, inner);
      });
      y += height + 10;
    },
    table({ caption, columns, header, rows }) {
      let x = PAGE.left;
      const placed = columns.map((column) => ({ ...column, x: (x += column.width) - column.width }));
      const whole = [{ x: PAGE.left, width: TEXT_WIDTH, align: 'left' }];
      const headerHeight = rowHeight(header, placed);
      const drawHeader = () => {
        box(PAGE.left, y, TEXT_WIDTH, headerHeight, palette['primary-soft']);
        drawRow(header, placed, headerHeight);
        rule(y, palette.primary, 0.9);
      };
      keep(headerHeight + 2 * TABLE.leading + (caption === null ? 0 : caption.leading));
      if (caption !== null) y = write(caption, PAGE.left, y, TEXT_WIDTH) + 2;
      drawHeader();
      for (const { wide, band, cells } of rows) {
        const height = rowHeight(cells, wide ? whole : placed);
        if (y + height > BOTTOM) {
          newPage();
          drawHeader();
        }
        if (band) box(PAGE.left, y, TEXT_WIDTH, height, palette.band);
        drawRow(cells, wide ? whole : placed, height);
        rule(y, palette.grid, 0.5);
      }
      y += 10;
    },
    figure({ width, height, shapes, caption }) {
      keep(height + caption.leading + 12);
      drawFigure(doc, shapes, PAGE.left + (TEXT_WIDTH - width) / 2, y);
      y = write(caption, PAGE.left, y + height + 4, TEXT_WIDTH, 'center') + 8;
    },
    callout({ bar, ground, lines }) {
      const height = lines.reduce((sum, run) => sum + heightOf(run, TEXT_WIDTH - 22), 14);
      keep(height);
      box(PAGE.left, y, TEXT_WIDTH, height, ground);
      box(PAGE.left, y, 3, height, bar);
      let top = y + 7;
      for (const run of lines) top = write(run, PAGE.left + 11, top, TEXT_WIDTH - 22);
      y += height + 8;
    },
    'page-break'() {
      if (y > PAGE.top) newPage();
    },
  };
  return { paint, rule };
}
