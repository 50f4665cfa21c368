import { strFromU8, unzipSync } from 'fflate';
import { MAIN, NAMESPACES } from './namespaces.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** Before the names of an office's own styles, so that none is one of the report's. */
const OWN = 'Office';
const IMAGES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

export interface CoverPicture {
  readonly relationship: string;
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The cover that an office made in Word, taken apart so that it fits before a report. */
export interface OfficeCover {
  /** What stands in its body, the properties of its last section left out. */
  readonly body: string;
  /** Those of its last section, without head and foot. */
  readonly section: string;
  readonly styles: string;
  readonly namespaces: Readonly<Record<string, string>>;
  /** Prefixes that a reader may pass over. */
  readonly ignorable: readonly string[];
  readonly pictures: readonly CoverPicture[];
}

/**
 * A Word document as a cover: text, tables, pictures and its own styles; lists lose their numbers, links lead nowhere.
 * Null where it is no Word document, a strict one, too large, or holds what a cover cannot have, such as a chart.
 */
export function readOfficeCover(bytes: Uint8Array): OfficeCover | null {
  const parts = partsOf(bytes);
  const document = parts === null ? undefined : textOf(parts, 'word/document.xml');
  const root = /<w:document\b([^>]*)>/.exec(document ?? '')?.[1];
  const content = /<w:body>(.*)<\/w:body>/s.exec(document ?? '')?.[1];
  if (parts === null || root === undefined || content === undefined) return null;
  const namespaces = Object.fromEntries(
    [...root.matchAll(/(xmlns:[\w-]+)="([^"]*)"/g)].map(([, name = '', address = '']) => [name, address]),
  );
  const known: Readonly<Record<string, string>> = NAMESPACES;
  if (namespaces['xmlns:w'] !== MAIN) return null;
  if (Object.entries(namespaces).some(([name, address]) => known[name] !== undefined && known[name] !== address)) {
    return null;
  }
  const linked = linkedTo(plain(content), parts);
  if (linked === null) return null;
  const { section, body } = lastSection(linked.body);
  return {
    body: inOwnStyles(body, defaultStyle(parts)),
    section,
    styles: ownStyles(textOf(parts, 'word/styles.xml') ?? ''),
    namespaces,
    ignorable: /mc:Ignorable="([^"]*)"/.exec(root)?.[1]?.split(/\s+/) ?? [],
    pictures: linked.pictures,
  };
}

type Parts = Readonly<Record<string, Uint8Array>>;

function partsOf(bytes: Uint8Array): Parts | null {
  if (bytes.length > MOST_BYTES) return null;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => name.startsWith('word/') && originalSize <= MOST_BYTES,
    });
  } catch {
    return null;
  }
}

function textOf(parts: Parts, path: string): string | undefined {
  const bytes = parts[path];
  return bytes === undefined ? undefined : strFromU8(bytes);
}

/** Without what leads into other parts: lists, notes, comments, bookmarks, head and foot. */
function plain(xml: string): string {
  return xml
    .replaceAll(/<w:numPr>.*?<\/w:numPr>/gs, '')
    .replaceAll(/<w:(?:headerReference|footerReference|titlePg|pgNumType)\b[^>]*\/>/g, '')
    .replaceAll(/<w:(?:bookmark|commentRange)(?:Start|End)\b[^>]*\/>/g, '')
    .replaceAll(/<w:(?:comment|footnote|endnote)Reference\b[^>]*\/>/g, '')
    .replaceAll(/ w:(?:ascii|hAnsi|eastAsia|cs|cstheme)(?:Theme)?="(?:major|minor)\w*"/g, '')
    .replaceAll('<w:pPr/>', '');
}

/** With its pictures under names of their own; null where it leads to what is neither picture nor link. */
function linkedTo(
  xml: string,
  parts: Parts,
): { readonly body: string; readonly pictures: readonly CoverPicture[] } | null {
  const targets = new Map(
    [...(textOf(parts, 'word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      { type: attribute(tag, 'Type'), target: attribute(tag, 'Target') },
    ]),
  );
  const pictures = new Map<string, CoverPicture>();
  let isWhole = true;
  const body = xml.replaceAll(/ r:(\w+)="([^"]*)"/g, (_, name: string, id: string) => {
    const { type = '', target = '' } = targets.get(id) ?? {};
    if (type.endsWith('/hyperlink')) return '';
    const path = `word/${target}`;
    const contentType = IMAGES[target.slice(target.lastIndexOf('.') + 1).toLowerCase()];
    const bytes = parts[path];
    if (!type.endsWith('/image') || contentType === undefined || bytes === undefined) {
      isWhole = false;
      return '';
    }
    const relationship = `cover-${id}`;
    pictures.set(id, { relationship, path: `word/cover/${target.replaceAll('/', '-')}`, contentType, bytes });
    return ` r:${name}="${relationship}"`;
  });
  return isWhole ? { body, pictures: [...pictures.values()] } : null;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function lastSection(xml: string): { readonly body: string; readonly section: string } {
  const at = xml.lastIndexOf('<w:sectPr');
  const section = xml.slice(at);
  return at === -1 || section.includes('</w:p>') ? { body: xml, section: '' } : { body: xml.slice(0, at), section };
}

function defaultStyle(parts: Parts): string {
  const tags = [...(textOf(parts, 'word/styles.xml') ?? '').matchAll(/<w:style\b[^>]*>/g)].map(([tag]) => tag);
  const found = tags.find((tag) => tag.includes('w:type="paragraph"') && /w:default="(?:1|true)"/.test(tag));
  return found === undefined ? `${OWN}Base` : OWN + attribute(found, 'w:styleId');
}

/** Every paragraph, run and table in a style of the office; a paragraph that names none in its default. */
function inOwnStyles(xml: string, normal: string): string {
  return xml
    .replaceAll(/(<w:(?:p|r|tbl)Style w:val=")/g, `$1${OWN}`)
    .replaceAll(/<w:p(?: [^>]*[^>/])?>(?:<w:pPr>(?:<w:pStyle\b)?)?/g, (start) => {
      if (start.endsWith('<w:pStyle')) return start;
      const style = `<w:pStyle w:val="${normal}"/>`;
      return start.endsWith('<w:pPr>') ? start + style : `${start}<w:pPr>${style}</w:pPr>`;
    });
}

/** The styles under names of their own, above them what the document sets for all text. */
function ownStyles(xml: string): string {
  const defaults = (name: string) => new RegExp(`<w:${name}Default>(.*?)</w:${name}Default>`, 's').exec(xml)?.[1] ?? '';
  const base = `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${OWN}Base"><w:name w:val="${OWN} Base"/>${defaults('pPr')}${defaults('rPr')}</w:style>`;
  const styles = [...xml.matchAll(/<w:style\b[^>]*>.*?<\/w:style>/gs)].map(([style]) => {
    const named = style
      .replace(/ w:default="\w+"/, '')
      .replace(/ w:styleId="/, ` w:styleId="${OWN}`)
      .replace(/<w:name w:val="/, `<w:name w:val="${OWN} `)
      .replaceAll(/(<w:(?:basedOn|next|link) w:val=")/g, `$1${OWN}`)
      .replaceAll(/<w:aliases\b[^>]*\/>/g, '');
    return named.includes('<w:basedOn') || !named.includes('w:type="paragraph"')
      ? named
      : named.replace(/(<w:name [^>]*\/>)/, `$1<w:basedOn w:val="${OWN}Base"/>`);
  });
  return plain([base, ...styles].join(''));
}
