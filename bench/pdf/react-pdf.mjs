import { createElement as h } from 'react';
import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { chaptersOf, PAGE, TABLE, TEXT_WIDTH, TILES } from './blocks.mjs';
import { FONT_FILES } from './fonts.mjs';
import { svgOf } from './react-pdf-figure.mjs';

const FAMILY = 'NotoSansSC';
/** A word, or a character of a script that breaks between any two. */
const PIECES = /[\u0021-\u024f]+|./gsu;

/** @react-pdf/renderer with the whole fonts, which it reads once and cuts down for each document. */
export function painter({ blocks }) {
  Font.register({
    family: FAMILY,
    fonts: [
      { src: FONT_FILES.regular, fontWeight: 'normal' },
      { src: FONT_FILES.bold, fontWeight: 'bold' },
    ],
  });
  // An empty syllable is a place to break without a hyphen.
  Font.registerHyphenationCallback((word) => (word.match(PIECES) ?? [word]).flatMap((piece) => [piece, '']));
  return { paint: () => renderToBuffer(documentOf(blocks)) };
}

/** A page element for each chapter, since the time to break one into pages grows faster than its length. */
function documentOf({ title, running, palette, blocks }) {
  const paint = painters(palette);
  return h(
    Document,
    { title },
    ...chaptersOf(blocks).map((chapter) => {
      const isCover = chapter[0].kind === 'cover';
      const style = {
        fontFamily: FAMILY,
        paddingTop: PAGE.top,
        paddingBottom: PAGE.bottom,
        paddingLeft: PAGE.left,
        paddingRight: PAGE.right,
      };
      return h(
        Page,
        { size: [PAGE.width, PAGE.height], style },
        ...(isCover ? [] : runningOf(running, palette)),
        ...chapter.flatMap((block) => paint[block.kind](block)),
      );
    }),
  );
}

function runningOf({ header, mark, footer, pageNumber }, palette) {
  const line = { position: 'absolute', left: PAGE.left, width: TEXT_WIDTH, fontSize: 8, color: palette.muted };
  const apart = { flexDirection: 'row', justifyContent: 'space-between' };
  const number = ({ pageNumber: page, totalPages }) =>
    pageNumber.replace('{page}', String(page)).replace('{pages}', String(totalPages));
  return [
    h(
      View,
      { fixed: true, style: { ...line, ...apart, top: 37, paddingBottom: 3, ...ruled('Bottom', palette.grid, 0.6) } },
      h(Text, {}, header),
      h(Text, { style: { color: palette.bad, fontWeight: 'bold' } }, mark),
    ),
    h(
      View,
      {
        fixed: true,
        style: { ...line, ...apart, top: PAGE.height - 49, paddingTop: 2, ...ruled('Top', palette.grid, 0.6) },
      },
      h(Text, {}, footer),
      h(Text, { render: number }),
    ),
  ];
}

function ruled(side, color, width) {
  return { [`border${side}Width`]: width, [`border${side}Color`]: color, [`border${side}Style`]: 'solid' };
}

function textOf({ text, size, leading, color, bold }, style = {}, more = {}) {
  const look = { fontSize: size, lineHeight: leading / size, color, fontWeight: bold ? 'bold' : 'normal' };
  return h(Text, { orphans: 2, widows: 2, ...more, style: { ...look, ...style } }, text);
}

function painters(palette) {
  const box = (style, ...inside) => h(View, { wrap: false, style }, ...inside);
  const row = (cells, columns, style) =>
    box(
      { flexDirection: 'row', ...style },
      ...cells.map((cell, i) =>
        h(
          View,
          { style: { width: columns[i].width, paddingHorizontal: TABLE.padX, paddingVertical: TABLE.padY } },
          textOf(cell, { textAlign: columns[i].align }),
        ),
      ),
    );
  return {
    cover: ({ lines, rows, notice }) => [
      h(View, {
        style: {
          position: 'absolute',
          left: 0,
          top: 0,
          width: PAGE.width,
          height: 10,
          backgroundColor: palette.primary,
        },
      }),
      h(View, { style: { height: 54 } }),
      ...lines.map((line) => textOf(line, { marginBottom: 8 })),
      h(View, { style: { height: 26 } }),
      ...rows.map(([label, value]) =>
        box(
          { flexDirection: 'row', paddingVertical: 3, ...ruled('Bottom', palette.grid, 0.5) },
          textOf(label, { width: 118 }),
          textOf(value, { width: TEXT_WIDTH - 118 }),
        ),
      ),
      textOf(notice, { position: 'absolute', left: PAGE.left, bottom: PAGE.bottom, width: TEXT_WIDTH }),
    ],
    heading: ({ level, before, after, keepWith, ...run }) => [
      textOf(
        run,
        { marginTop: before, marginBottom: level === 1 ? 0 : after },
        { minPresenceAhead: keepWith, ...(level === 3 ? {} : { bookmark: run.text }) },
      ),
      ...(level === 1
        ? [h(View, { style: { width: 36, height: 2.4, marginBottom: after - 2.4, backgroundColor: palette.primary } })]
        : []),
    ],
    paragraph: ({ after, ...run }) => [textOf(run, { marginBottom: after })],
    list: ({ items }) => [
      ...items.map(({ marker, ...run }) =>
        h(
          View,
          { style: { flexDirection: 'row', marginBottom: 2 } },
          textOf(marker, { width: 14, paddingLeft: 2 }),
          textOf(run, { width: TEXT_WIDTH - 14 }),
        ),
      ),
      h(View, { style: { height: 4 } }),
    ],
    tiles: ({ tiles }) => [
      box(
        { flexDirection: 'row', gap: TILES.gap, marginBottom: 10 },
        ...tiles.map((runs) =>
          h(
            View,
            {
              style: {
                flexGrow: 1,
                flexBasis: 0,
                padding: TILES.padding,
                backgroundColor: palette.band,
                ...ruled('Top', palette.primary, 2.4),
              },
            },
            ...runs.map((run) => textOf(run)),
          ),
        ),
      ),
    ],
    table: ({ caption, columns, header, rows }) => [
      ...(caption === null ? [] : [textOf(caption, { marginBottom: 2 }, { minPresenceAhead: 60 })]),
      h(
        View,
        { style: { marginBottom: 10 } },
        h(
          View,
          { fixed: true },
          row(header, columns, { backgroundColor: palette['primary-soft'], ...ruled('Bottom', palette.primary, 0.9) }),
        ),
        ...rows.map(({ wide, band, cells }) =>
          row(cells, wide ? [{ width: TEXT_WIDTH, align: 'left' }] : columns, {
            ...ruled('Bottom', palette.grid, 0.5),
            ...(band ? { backgroundColor: palette.band } : {}),
          }),
        ),
      ),
    ],
    figure: ({ caption, ...figure }) => [
      box({ alignItems: 'center', marginBottom: 8 }, svgOf(figure, FAMILY), textOf(caption, { marginTop: 4 })),
    ],
    callout: ({ bar, ground, lines }) => [
      box(
        {
          ...{ paddingVertical: 7, paddingHorizontal: 8, marginTop: 2, marginBottom: 8, backgroundColor: ground },
          ...ruled('Left', bar, 3),
        },
        ...lines.map((line) => textOf(line)),
      ),
    ],
    'page-break': () => [],
  };
}
