/** A4 with the margins of our report, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 54, top: 66, bottom: 62 };
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Height of a line of Noto Sans SC over its size, where a library counts leading from it. */
export const NATURAL_LEADING = 1.448;
export const TABLE = { size: 8.6, leading: 12.6, padX: 4.5, padY: 2.9, bold: false };
export const TILES = { gap: 8, padding: 8 };

const BODY = { size: 10, leading: 15.6 };
const HEADINGS = {
  1: { size: 18, leading: 25, before: 0, after: 12, keepWith: 120 },
  2: { size: 13, leading: 19, before: 12, after: 6, keepWith: 74 },
  3: { size: 10.5, leading: 15, before: 7, after: 3, keepWith: 48 },
};

/**
 * A report for painters that lay out by themselves: the blocks of a `ReportDocument` with the sizes, colours and
 * distances of our own PDF. Every text is `{ text, size, leading, bold, color }`.
 */
export function blocksOf(report, { PALETTE, TONE_INKS, TONE_GROUNDS, captionText, headingText }) {
  const inkOf = (tone = 'normal') => PALETTE[TONE_INKS[tone]];
  const textOf = (text, size, leading, color, bold = false) => ({ text, size, leading, color, bold });
  const body = (text, color = PALETTE.text, bold = false) => textOf(text, BODY.size, BODY.leading, color, bold);

  const painted = {
    cover: ({ kicker, title, enterprise, mark, rows, notice }) => ({
      kind: 'cover',
      lines: [
        textOf(kicker, 12, 18, PALETTE.muted),
        textOf(title, 32, 44, PALETTE.ink, true),
        textOf(enterprise, 24, 33.6, PALETTE.primary, true),
        textOf(mark, 13, 24, PALETTE.bad, true),
      ].filter(({ text }) => text !== ''),
      rows: rows.map(([label, value]) => [textOf(label, 10, 15, PALETTE.muted), textOf(value, 10.5, 15, PALETTE.text)]),
      notice: textOf(notice, 9, 14, PALETTE.muted),
    }),
    heading: ({ level, text }) => {
      const { size, leading, ...distances } = HEADINGS[level];
      const color = level === 3 ? PALETTE.text : PALETTE.primary;
      return { kind: 'heading', level, ...textOf(text, size, leading, color, true), ...distances };
    },
    paragraph: ({ text, tone, strong }) => ({ kind: 'paragraph', ...body(text, inkOf(tone), strong), after: 6 }),
    list: ({ ordered, items }) => ({
      kind: 'list',
      items: items.map((item, i) => ({
        marker: body(ordered ? `${i + 1}.` : '•', PALETTE.primary, true),
        ...body(item),
      })),
    }),
    tiles: ({ tiles }) => ({
      kind: 'tiles',
      tiles: tiles.map(({ label, value, detail, tone }) => [
        textOf(label, 8.5, 12, PALETTE.muted),
        textOf(value, 17, 24, inkOf(tone), true),
        textOf(detail, 8.5, 12, PALETTE.text),
      ]),
    }),
    table: ({ caption, columns, rows }) => {
      const total = columns.reduce((sum, { width }) => sum + width, 0);
      const cellOf = (cell, band) => {
        const { text, tone, strong = false } = typeof cell === 'string' ? { text: cell } : cell;
        return { ...TABLE, text, color: inkOf(tone), bold: strong || band };
      };
      return {
        kind: 'table',
        caption: caption === undefined ? null : textOf(caption, 9, 13, PALETTE.muted, true),
        columns: columns.map(({ width, align = 'left' }) => ({ width: (width / total) * TEXT_WIDTH, align })),
        header: columns.map(({ title }) => cellOf({ text: title, strong: true })),
        rows: rows.map(({ cells, band = false, span = false }) => {
          const wide = band || span;
          return { wide, band, cells: (wide ? cells.slice(0, 1) : cells).map((cell) => cellOf(cell, band)) };
        }),
      };
    },
    figure: ({ figure, caption }) => ({
      kind: 'figure',
      width: figure.width,
      height: figure.height,
      shapes: figure.shapes.map((shape) => colored(shape, PALETTE)),
      caption: textOf(caption, 8, 11, PALETTE.muted),
    }),
    callout: ({ tone, title, text }) => ({
      kind: 'callout',
      bar: inkOf(tone),
      ground: TONE_GROUNDS[tone],
      lines: [textOf(title, 10, 15.5, inkOf(tone), true), textOf(text, 9.5, 14.6, PALETTE.text)],
    }),
    'page-break': () => ({ kind: 'page-break' }),
  };

  /** Numbers where they are read, and blocks that others have no means for as tables and lists of the same text. */
  function plain(block) {
    switch (block.kind) {
      case 'heading':
        return [{ ...block, text: headingText(block) }];
      case 'figure':
      case 'table':
        return [{ ...block, caption: captionText(block, report.labels) }];
      case 'contents': {
        const items = report.blocks.filter(({ kind, level }) => kind === 'heading' && level < 3).map(headingText);
        return [
          { kind: 'heading', level: 1, text: report.contents },
          { kind: 'list', ordered: false, items },
        ];
      }
      case 'cards': {
        const rows = block.cards[0]?.rows.map((_, i) => ({
          cells: block.cards.map(({ rows: own }) => Object.values(own[i] ?? {}).join(' ')),
        }));
        return [{ kind: 'table', columns: block.cards.map(({ title }) => ({ title, width: 1 })), rows: rows ?? [] }];
      }
      case 'signatures': {
        const columns = block.parties.map(({ name }) => ({ title: name, width: 1 }));
        const cells = block.parties.map(({ lines, seal }) => [...lines, seal].join(' '));
        return [{ kind: 'table', columns, rows: [{ cells }] }];
      }
      default:
        return [block];
    }
  }

  return {
    title: report.meta.title,
    running: {
      ...report.running,
      footer: [report.running.star?.note, report.running.footer].filter(Boolean).join(' · '),
    },
    palette: PALETTE,
    blocks: report.blocks.flatMap(plain).map((block) => painted[block.kind](block)),
  };
}

/** Names of inks as colours. */
function colored(shape, palette) {
  const named = ['fill', 'stroke', 'color'].filter((key) => shape[key] !== undefined);
  return { ...shape, ...Object.fromEntries(named.map((key) => [key, palette[shape[key]]])) };
}

/** The blocks in chapters: the cover, what follows it, and from there one for each heading of level 1. */
export function chaptersOf(blocks) {
  const chapters = [[]];
  for (const block of blocks) {
    const last = chapters.at(-1);
    if (startsPage(block) || last[0]?.kind === 'cover') chapters.push([block]);
    else last.push(block);
  }
  return chapters.filter((chapter) => chapter.length > 0);
}

function startsPage({ kind, level }) {
  return kind === 'page-break' || (kind === 'heading' && level === 1);
}
