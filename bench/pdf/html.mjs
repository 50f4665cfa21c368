import { PAGE, TABLE, TEXT_WIDTH, TILES } from './blocks.mjs';
import { escaped, svgText } from './figure-svg.mjs';

const FAMILY = 'Noto Sans SC';

/** The report as one HTML page for print, with header and footer in the margin boxes of CSS. */
export function htmlOf({ title, running, palette, blocks }) {
  const paint = painters();
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title>` +
    `<style>${styleOf(running, palette)}</style>${blocks.map((block) => paint[block.kind](block)).join('')}</html>`
  );
}

function styleOf({ header, mark, footer, pageNumber }, palette) {
  const [before, between, after] = pageNumber.split(/\{pages?\}/).map((text) => JSON.stringify(text));
  const inMargin = (content, more) =>
    `{content:${content};font:8pt '${FAMILY}';color:${palette.muted};white-space:nowrap;${more}}`;
  const top = `vertical-align:bottom;padding-bottom:3pt;margin-bottom:14pt;border-bottom:0.6pt solid ${palette.grid}`;
  const bottom = `vertical-align:top;padding-top:2pt;margin-top:13pt;border-top:0.6pt solid ${palette.grid}`;
  return `
    @page { size: ${PAGE.width}pt ${PAGE.height}pt; margin: ${PAGE.top}pt ${PAGE.right}pt ${PAGE.bottom}pt ${PAGE.left}pt;
      @top-left ${inMargin(JSON.stringify(header), top)}
      @top-right ${inMargin(JSON.stringify(mark), `${top};color:${palette.bad};font-weight:bold`)}
      @bottom-left ${inMargin(JSON.stringify(footer), bottom)}
      @bottom-right ${inMargin(`${before} counter(page) ${between} counter(pages) ${after}`, bottom)}
    }
    @page :first { @top-left { content: none } @top-right { content: none }
      @bottom-left { content: none } @bottom-right { content: none } }
    body { margin: 0; font-family: '${FAMILY}'; white-space: pre-line }
    h1, h2, h3, p, figure, section, table { margin: 0; orphans: 2; widows: 2 }
    h1, h2, h3, caption { break-after: avoid }
    h1 { break-before: page }
    h1::after { content: ''; display: block; width: 36pt; height: 2.4pt; background: ${palette.primary} }
    table { border-collapse: collapse; table-layout: fixed; width: ${TEXT_WIDTH}pt; margin-bottom: 10pt }
    thead td { background: ${palette['primary-soft']}; border-bottom: 0.9pt solid ${palette.primary} }
    td { padding: ${TABLE.padY}pt ${TABLE.padX}pt; vertical-align: top; border-bottom: 0.5pt solid ${palette.grid} }
    tr, section, figure { break-inside: avoid }
    .band td { background: ${palette.band} }
    .cover { position: relative; height: ${PAGE.height - PAGE.top - PAGE.bottom - 1}pt; padding-top: 44pt;
      border-top: 10pt solid ${palette.primary}; box-sizing: border-box }
    .cover td { padding: 3pt 0 }
    .tiles { display: flex; gap: ${TILES.gap}pt; margin-bottom: 10pt }
    .tiles div { flex: 1; padding: ${TILES.padding}pt; background: ${palette.band}; border-top: 2.4pt solid ${palette.primary} }
    .item { display: flex; margin-bottom: 2pt }
    figure { text-align: center; margin-bottom: 8pt }
    svg { display: block; margin: 0 auto 4pt }
    .callout { padding: 7pt 8pt; margin: 2pt 0 8pt; border-left: 3pt solid }`;
}

function textOf(tag, { text, size, leading, color, bold }, more = '', attributes = '') {
  const style = `font:${bold ? 'bold' : 'normal'} ${size}pt/${leading}pt '${FAMILY}';color:${color};${more}`;
  return `<${tag}${attributes} style="${style}">${escaped(text)}</${tag}>`;
}

function painters() {
  const rowOf = (cells, look) => `<tr${look}>${cells.join('')}</tr>`;
  return {
    cover: ({ lines, rows, notice }) =>
      `<section class="cover">${lines.map((line) => textOf('p', line, 'margin-bottom:8pt')).join('')}` +
      `<table style="margin-top:26pt">${rows
        .map(([label, value]) => rowOf([textOf('td', label, 'width:118pt'), textOf('td', value)], ''))
        .join('')}</table>${textOf('p', notice, 'position:absolute;bottom:0')}</section>`,
    heading: ({ level, before, after, ...run }) =>
      textOf(`h${level}`, run, `margin-top:${before}pt;margin-bottom:${after}pt`),
    paragraph: ({ after, ...run }) => textOf('p', run, `margin-bottom:${after}pt`),
    list: ({ items }) =>
      `<div style="margin-bottom:6pt">${items
        .map(
          ({ marker, ...run }) =>
            `<div class="item">${textOf('span', marker, 'flex:0 0 12pt;padding-left:2pt')}${textOf('p', run)}</div>`,
        )
        .join('')}</div>`,
    tiles: ({ tiles }) =>
      `<section class="tiles">${tiles
        .map((runs) => `<div>${runs.map((run) => textOf('p', run)).join('')}</div>`)
        .join('')}</section>`,
    table: ({ caption, columns, header, rows }) =>
      (caption === null ? '' : textOf('p', caption, 'break-after:avoid;margin-bottom:2pt')) +
      `<table><colgroup>${columns.map(({ width }) => `<col style="width:${width}pt">`).join('')}</colgroup>` +
      `<thead>${rowOf(
        header.map((cell, i) => textOf('td', cell, `text-align:${columns[i].align}`)),
        '',
      )}</thead>${rows
        .map(({ wide, band, cells }) =>
          rowOf(
            cells.map((cell, i) =>
              wide
                ? textOf('td', cell, '', ` colspan="${columns.length}"`)
                : textOf('td', cell, `text-align:${columns[i].align}`),
            ),
            band ? ' class="band"' : '',
          ),
        )
        .join('')}</table>`,
    figure: ({ caption, ...figure }) =>
      `<figure>${svgText(figure, FAMILY, 'pt')}${textOf('figcaption', caption)}</figure>`,
    callout: ({ bar, ground, lines }) =>
      `<section class="callout" style="background:${ground};border-color:${bar}">` +
      `${lines.map((line) => textOf('p', line)).join('')}</section>`,
    'page-break': () => '<p style="break-before:page"></p>',
  };
}
