import type { Block, ReportDocument } from '../../../assessments/reporting/report-document.ts';
import { officePackage, relationshipsPart, type OfficePart, type Relationship } from '../ooxml/office-package.ts';
import { element, xmlPart } from '../ooxml/xml.ts';
import { Draft } from './draft.ts';
import { expectedPages } from './expected-pages.ts';
import { MAIN, NAMESPACES } from './namespaces.ts';
import { numberingPart } from './numbering.ts';
import type { OfficeCover } from './office-cover.ts';
import { PAGE, paragraph, valued } from './paragraph.ts';
import { footerPart, headerPart } from './running-text.ts';
import { fontTablePart, stylesPart } from './styles.ts';
import { writeContents } from './write-contents.ts';
import { writeCover } from './write-cover.ts';
import { writeFigure } from './write-figure.ts';
import { writeOfficeCover } from './write-office-cover.ts';
import { writePhotos } from './write-photos.ts';
import { writeSignatures } from './write-signatures.ts';
import { writeTable } from './write-table.ts';
import { writeCallout, writeHeading, writeList, writeParagraph } from './write-text.ts';
import { writeTiles } from './write-tiles.ts';
import { writeCards } from './write-cards.ts';

const KIND = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A report as an editable Word file, behind the cover of an office where there is one. The same report gives the same bytes. */
export function renderDocx(report: ReportDocument, office: OfficeCover | null = null): Uint8Array {
  const draft = new Draft(report);
  const body = report.blocks.map((block) =>
    block.kind === 'cover' && office !== null ? writeOfficeCover(office, block, section(false)) : written(block, draft),
  );
  const contents = report.blocks.findIndex(({ kind }) => kind === 'contents');
  if (contents !== -1) body[contents] = writeContents(report.contents, draft.headings, expectedPages(report.blocks));
  const document = element('w:document', namespacesWith(office), element('w:body', {}, ...body, section(true)));
  const parts: OfficePart[] = [
    { path: 'word/document.xml', contentType: `${KIND}.document.main+xml`, content: xmlPart(document) },
    {
      path: 'word/styles.xml',
      contentType: `${KIND}.styles+xml`,
      content: stylesPart(report.language, office?.styles),
    },
    { path: 'word/numbering.xml', contentType: `${KIND}.numbering+xml`, content: numberingPart(draft.numberings) },
    { path: 'word/fontTable.xml', contentType: `${KIND}.fontTable+xml`, content: fontTablePart() },
    { path: 'word/settings.xml', contentType: `${KIND}.settings+xml`, content: settingsPart() },
    { path: 'word/header.xml', contentType: `${KIND}.header+xml`, content: headerPart(report.running) },
    { path: 'word/footer.xml', contentType: `${KIND}.footer+xml`, content: footerPart(report.running) },
    ...draft.pictures.map(({ path, bytes }) => ({ path, contentType: null, content: bytes })),
    ...(office?.pictures ?? []).map(({ path, contentType, bytes }) => ({ path, contentType, content: bytes })),
  ];
  const relationships: Relationship[] = [
    ...(['styles', 'numbering', 'fontTable', 'settings', 'header', 'footer'] as const).map((name) => ({
      id: name,
      type: name,
      target: `${name}.xml`,
    })),
    ...[...draft.pictures, ...(office?.pictures ?? [])].map(({ relationship, path }) => ({
      id: relationship,
      type: 'image',
      target: path.replace('word/', ''),
    })),
  ];
  return officePackage(
    { id: 'main', type: 'officeDocument', target: 'word/document.xml' },
    [...parts, relationshipsPart('word/document.xml', relationships)],
    report.meta,
    report.language,
  );
}

/** Contents stand where they are asked for, but name headings that are written after them. */
function written(block: Block, draft: Draft): string {
  switch (block.kind) {
    case 'cover':
      return writeCover(block, draft) + endOfCover();
    case 'heading':
      return writeHeading(block, draft);
    case 'paragraph':
      return writeParagraph(block, draft);
    case 'list':
      return writeList(block, draft);
    case 'tiles':
      return writeTiles(block);
    case 'cards':
      return writeCards(block);
    case 'table':
      return writeTable(block, draft);
    case 'figure':
      return writeFigure(block, draft);
    case 'photos':
      return writePhotos(block, draft);
    case 'callout':
      return writeCallout(block, draft);
    case 'signatures':
      return writeSignatures(block);
    case 'contents':
      return '';
    case 'page-break':
      return paragraph(element('w:r', {}, element('w:br', { 'w:type': 'page' })), { style: 'Gap' });
  }
}

function namespacesWith(office: OfficeCover | null): Readonly<Record<string, string>> {
  if (office === null) return NAMESPACES;
  const { namespaces, ignorable } = office;
  return { ...namespaces, ...NAMESPACES, ...(ignorable.length === 0 ? {} : { 'mc:Ignorable': ignorable.join(' ') }) };
}

/** The cover is a section of its own, without running text. */
function endOfCover(): string {
  return paragraph('', { style: 'Gap', section: section(false) });
}

function section(isRunning: boolean): string {
  const { width, height, left, right, top, bottom } = PAGE;
  return element(
    'w:sectPr',
    {},
    isRunning ? element('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }) : '',
    isRunning ? element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }) : '',
    valued('w:type', 'nextPage'),
    element('w:pgSz', { 'w:w': width, 'w:h': height }),
    element('w:pgMar', {
      'w:top': top,
      'w:right': right,
      'w:bottom': bottom,
      'w:left': left,
      'w:header': 720,
      'w:footer': 620,
      'w:gutter': 0,
    }),
  );
}

/** Word 2013 and later lay the file out in their own way, not in that of an older one. */
function settingsPart(): string {
  return xmlPart(
    element(
      'w:settings',
      { 'xmlns:w': MAIN },
      element('w:zoom', { 'w:percent': 100 }),
      valued('w:characterSpacingControl', 'compressPunctuation'),
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ),
  );
}
