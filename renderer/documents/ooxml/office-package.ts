import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ReportMeta } from '../../../assessments/reporting/report-document.ts';
import { element, escaped, xmlPart } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Of every entry; local time, which is what a zip file holds. */
const ENTRY_DATE = '1980-01-01T00:00:00';
const NOT_PACKED = { level: 0 } as const;

/** One file of an Office package. */
export interface OfficePart {
  /** Path inside the package, such as `word/document.xml`. */
  readonly path: string;
  /** Null for a kind that is known by its file extension. */
  readonly contentType: string | null;
  readonly content: string | Uint8Array;
}

/** A reference from one part to another; `type` is the last word of its address. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Office Open XML as a zip file; the same parts give the same bytes. `main` is the relationship to the first part. */
export function officePackage(main: Relationship, parts: readonly OfficePart[], meta: ReportMeta, language: string) {
  const all: OfficePart[] = [
    ...parts,
    {
      path: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: coreProperties(meta, language),
    },
    {
      path: 'docProps/app.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: xmlPart(
        element(
          'Properties',
          { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
          element('Application', {}, 'ZhiZhen'),
        ),
      ),
    },
  ];
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(all)),
    '_rels/.rels': strToU8(packageRelationships(main)),
  };
  for (const { path, content } of all)
    files[path] = typeof content === 'string' ? strToU8(content) : [content, NOT_PACKED];
  return zipped(files);
}

/** Files as a zip in which no clock is seen. */
export function zipped(files: Zippable): Uint8Array<ArrayBuffer> {
  return zipSync(files, { mtime: ENTRY_DATE });
}

/** The relationships of a part, as the part beside it that holds them. */
export function relationshipsPart(path: string, list: readonly Relationship[]): OfficePart {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    path: `${folder}/_rels/${name}.rels`,
    contentType: null,
    content: relationships(list.map((entry) => ({ ...entry, type: `${RELATIONSHIPS}/${entry.type}` }))),
  };
}

function packageRelationships(main: Relationship): string {
  return relationships([
    { ...main, type: `${RELATIONSHIPS}/${main.type}` },
    { id: 'core', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'app', type: `${RELATIONSHIPS}/extended-properties`, target: 'docProps/app.xml' },
  ]);
}

function relationships(list: readonly Relationship[]): string {
  return xmlPart(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...list.map(({ id, type, target }) => element('Relationship', { Id: id, Type: type, Target: target })),
    ),
  );
}

function contentTypes(parts: readonly OfficePart[]): string {
  return xmlPart(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'jpeg', ContentType: 'image/jpeg' }),
      ...parts.flatMap(({ path, contentType }) =>
        contentType === null ? [] : [element('Override', { PartName: `/${path}`, ContentType: contentType })],
      ),
    ),
  );
}

/** What a reader shows as the properties of the file; both dates are the day of issue. */
export function coreProperties(meta: ReportMeta, language: string): string {
  const date = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, `${meta.issuedOn}T00:00:00Z`);
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escaped(meta.title)),
      element('dc:subject', {}, escaped(meta.subject)),
      element('dc:creator', {}, escaped(meta.author)),
      element('cp:keywords', {}, escaped(meta.keywords)),
      element('dc:identifier', {}, escaped(meta.inputHash)),
      element('dc:language', {}, language),
      date('dcterms:created'),
      date('dcterms:modified'),
    ),
  );
}
