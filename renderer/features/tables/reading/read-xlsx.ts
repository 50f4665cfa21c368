import { strFromU8, unzipSync } from 'fflate';
import type { BookParts } from './book-parts.ts';
import { numberKinds } from './number-kinds.ts';
import { isOn, parseXml } from './parse-xml.ts';
import { readSheet } from './read-sheet.ts';
import { sharedTexts } from './shared-texts.ts';
import { TooLarge, type Refusal, type Sheet } from './table.ts';

/** Bytes of the parts together; a file that swells to more is refused. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;
const LARGEST_COUNT = 20_000;
const READ = /\.(xml|rels)$/i;

/** The sheets of an XLSX file, in their order; throws where a part of it cannot be read. */
export function readXlsx(bytes: Uint8Array): readonly Sheet[] | Refusal {
  const files = unpacked(bytes);
  const part = (path: string) => {
    const found = files[path.replace(/^\//, '')];
    return found === undefined ? null : strFromU8(found);
  };
  const bookPath = target(part('_rels/.rels') ?? '', '', 'officeDocument');
  const book = bookPath === null ? null : part(bookPath);
  if (bookPath === null || book === null) return 'no-table';
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1);
  const relations = part(`${folder}_rels/${bookPath.slice(folder.length)}.rels`) ?? '';
  const named = (type: string) => {
    const path = target(relations, folder, type);
    return (path === null ? null : part(path)) ?? '';
  };
  const { sheets, from1904 } = listed(book);
  if (sheets.length === 0) return 'no-table';
  const parts: BookParts = {
    texts: sharedTexts(named('sharedStrings')),
    kinds: numberKinds(named('styles')),
    from1904,
  };
  const paths = targetsById(relations, folder);
  return sheets.map(({ name, isHidden, id }) => {
    const xml = part(paths.get(id) ?? '');
    return { name, isHidden, rows: xml === null ? [] : readSheet(xml, parts) };
  });
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!READ.test(name)) return false;
      size += originalSize;
      count += 1;
      if (size > LARGEST_UNPACKED || count > LARGEST_COUNT) throw new TooLarge();
      return true;
    },
  });
}

interface Listed {
  readonly name: string;
  readonly isHidden: boolean;
  readonly id: string;
}

function listed(book: string): { readonly sheets: readonly Listed[]; readonly from1904: boolean } {
  const sheets: Listed[] = [];
  let from1904 = false;
  parseXml(book, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = isOn(attribute('date1904'));
      if (name !== 'sheet') return;
      const state = attribute('state') ?? 'visible';
      sheets.push({ name: attribute('name') ?? '', isHidden: state !== 'visible', id: attribute('id') ?? '' });
    },
  });
  return { sheets, from1904 };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

function relationsOf(xml: string, folder: string): Relation[] {
  const found: Relation[] = [];
  if (xml === '') return found;
  parseXml(xml, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const to = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        path: to.startsWith('/') ? to.slice(1) : folder + to,
      });
    },
  });
  return found;
}

function target(xml: string, folder: string, type: string): string | null {
  return relationsOf(xml, folder).find((relation) => relation.type === type)?.path ?? null;
}

function targetsById(xml: string, folder: string): ReadonlyMap<string, string> {
  return new Map(relationsOf(xml, folder).map(({ id, path }) => [id, path]));
}
