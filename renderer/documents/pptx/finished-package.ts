import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { DeckDocument } from '../../../assessments/reporting/deck-document.ts';
import { coreProperties, zipped } from '../ooxml/office-package.ts';
import { element, escaped } from '../ooxml/xml.ts';
import { hex } from './ink.ts';

const SHAPE = /<p:sp>.*?<\/p:sp>/gsu;
const CHINESE_FONT = 'Microsoft YaHei';

/**
 * A package as the library writes it, with what the library cannot: no time of writing, one group with its alternative
 * text for the shapes of a figure, hatching, table heads, fonts of the theme, notes in paragraphs and in their language.
 */
export function finishedPackage(made: Uint8Array, deck: DeckDocument): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(made)).filter(([path]) => !path.endsWith('/'));
  return zipped(
    Object.fromEntries(
      parts.map(([path, bytes]) => [
        path,
        path.endsWith('.xml') ? strToU8(finished(path, strFromU8(bytes), deck)) : bytes,
      ]),
    ),
  );
}

function finished(path: string, xml: string, deck: DeckDocument): string {
  if (path === 'docProps/core.xml') return coreProperties(deck.meta, deck.language);
  if (path === 'docProps/app.xml')
    return xml.replace(/<Application>[^<]*/, '<Application>ZhiZhen').replace(/<Company>[^<]*/, '<Company>');
  if (path.startsWith('ppt/theme/')) return withFonts(xml);
  if (path.startsWith('ppt/notesSlides/')) return withParagraphs(xml, deck);
  if (path.startsWith('ppt/slides/')) return numbered(withHeads(grouped(xml)));
  return xml;
}

/** The East Asian font of headings and body, and the palette as the colours that an office is offered. */
function withFonts(xml: string): string {
  const colors = ['primary', 'accent', 'good', 'warning', 'bad', 'muted'] as const;
  return colors
    .reduce(
      (text, ink, i) =>
        text.replace(new RegExp(`<a:accent${i + 1}>.*?</a:accent${i + 1}>`), color(`a:accent${i + 1}`, hex(ink))),
      xml,
    )
    .replace(/<a:dk2>.*?<\/a:dk2>/, color('a:dk2', hex('ink')))
    .replace(/<a:lt2>.*?<\/a:lt2>/, color('a:lt2', hex('band')))
    .replaceAll(/(<a:latin [^>]*>)<a:ea typeface=""\/>/g, `$1<a:ea typeface="${CHINESE_FONT}"/>`)
    .replaceAll(/(<a:font script="Hans" typeface=")[^"]*/g, `$1${CHINESE_FONT}`);
}

function color(name: string, value: string): string {
  return element(name, {}, element('a:srgbClr', { val: value }));
}

/** The library writes the notes as one paragraph with line ends in it, which readers show as spaces. */
function withParagraphs(xml: string, { language }: DeckDocument): string {
  const lang = language === 'en' ? 'en-US' : language;
  return xml
    .replace(/<a:p><a:r><a:rPr [^>]*\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr [^>]*\/><\/a:p>/, (_, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => element('a:p', {}, element('a:r', {}, element('a:rPr', { lang }), `<a:t>${line}</a:t>`)))
        .join(''),
    )
    .replaceAll('lang="en-US"', `lang="${lang}"`);
}

/** Shapes that follow each other and whose names begin with the same figure become one group. */
function grouped(xml: string): string {
  let open: string | null = null;
  let result = '';
  let at = 0;
  const close = () => {
    if (open !== null) result += '</p:grpSp>';
    open = null;
  };
  for (const match of xml.matchAll(SHAPE)) {
    const [shape] = match;
    const name = /<p:cNvPr id="\d+" name="(figure \d+)([^"]*)"/.exec(shape);
    const figure = name?.[1] ?? null;
    if (figure !== open) close();
    result += xml.slice(at, match.index);
    at = match.index + shape.length;
    if (figure === null) {
      result += shape;
      continue;
    }
    if (open === null) result += groupHead(figure, (name?.[2] ?? '').replace(/^: /, ''), shape);
    open = figure;
    result += renamed(shape, figure);
  }
  const rest = xml.slice(at);
  close();
  return result + rest;
}

/** Head of a group in the place of its first shape, which is as large as the figure. */
function groupHead(name: string, description: string, shape: string): string {
  const place = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(shape);
  const [, x = '0', y = '0', cx = '0', cy = '0'] = place ?? [];
  const transform = element(
    'a:xfrm',
    {},
    element('a:off', { x, y }),
    element('a:ext', { cx, cy }),
    element('a:chOff', { x, y }),
    element('a:chExt', { cx, cy }),
  );
  return [
    '<p:grpSp>',
    element(
      'p:nvGrpSpPr',
      {},
      `<p:cNvPr id="0" name="${escaped(name)}" descr="${description}"/>`,
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element('p:grpSpPr', {}, transform),
  ].join('');
}

function renamed(shape: string, figure: string): string {
  const named = shape.replace(/(<p:cNvPr id="\d+" name=")[^"]*"/, `$1shape"`);
  return shape.includes(`name="${figure} hatched"`)
    ? named.replace(/<a:solidFill>.*?<\/a:solidFill>/, hatching())
    : named;
}

function hatching(): string {
  return element('a:pattFill', { prst: 'ltUpDiag' }, color('a:fgClr', hex('primary')), color('a:bgClr', hex('paper')));
}

/** The first row of every table is its head, also for who has it read out. */
function withHeads(xml: string): string {
  return xml.replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
}

/** Every drawing of a slide has a number of its own, which the library's tables and groups lack. */
function numbered(xml: string): string {
  let last = 0;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(last += 1)}"`);
}
