import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeOf } from '#renderer/documents/composer/office.ts';
import { readOfficeCover } from '#renderer/documents/docx/office-cover.ts';
import { renderDocx } from '#renderer/documents/docx/render-docx.ts';
import { awkwardReport, NAME, RED_DOT } from '#tests/support/awkward-report.ts';
import { converted, paragraphsOf, partsOf } from '#tests/support/office.ts';
import { readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice', 'pdftotext');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const SCHEMA = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const BODY = [
  '<w:p w:rsidR="00A"><w:r><w:t>某某诊断服务中心</w:t></w:r></w:p>',
  '<w:p><w:pPr><w:pStyle w:val="Big"/><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>',
  '<w:r><w:t>受诊企业：{enter</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>prise}，</w:t></w:r>',
  '<w:hyperlink r:id="rId2"><w:r><w:t>{诊断编号} {unknown}</w:t></w:r></w:hyperlink></w:p>',
].join('');

function document(body: string, parts: Readonly<Record<string, Uint8Array>> = {}, root = `${W} ${R}`): Uint8Array {
  const styles = [
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style></w:styles>',
  ].join('');
  const links = [
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    `<Relationship Id="rId2" Type="${SCHEMA}/hyperlink" Target="http://example.invalid" TargetMode="External"/>`,
    `<Relationship Id="rId3" Type="${SCHEMA}/image" Target="media/a.png"/>`,
    `<Relationship Id="rId4" Type="${SCHEMA}/chart" Target="charts/a.xml"/></Relationships>`,
  ].join('');
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${root}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(styles),
    'word/_rels/document.xml.rels': strToU8(links),
    ...parts,
  });
}

describe('the cover of an office', () => {
  const cover = readOfficeCover(document(BODY));
  const report = { ...awkwardReport, blocks: awkwardReport.blocks.slice(0, 5) };
  const bytes = renderDocx(report, cover);

  it('stands before the report, what is in braces filled in though Word split it', () => {
    const texts = paragraphsOf(bytes).map(({ text }) => text);
    expect(partsOf(bytes)['word/document.xml']).toContain('某某诊断服务中心');
    expect(texts.join('\n')).toContain(`受诊企业：${NAME}，`);
    expect(texts.join('\n')).toContain('{unknown}');
    expect(texts.join('\n')).not.toContain('{enter');
  });

  it('says that a mill is fictitious though the office forgot it', () => {
    expect(paragraphsOf(bytes).some(({ style, text }) => style === 'CoverMark' && text === '示例数据')).toBe(true);
  });

  it('has its own styles, which change none of the report', () => {
    const { 'word/styles.xml': styles = '', 'word/document.xml': xml = '' } = partsOf(bytes);
    expect(styles).toContain('w:styleId="OfficeBig"><w:name w:val="Office heading 1"/>');
    expect(styles.match(/w:default="1"/g)).toHaveLength(1);
    expect(xml).toContain('<w:pStyle w:val="Officea"/>');
    expect(xml).not.toContain('w:numId w:val="7"');
  });

  it.skipIf(missing !== null)('is what LibreOffice prints first', () => {
    const [print] = converted([bytes], 'docx', 'pdf');
    const { pages } = readPdf(print ?? new Uint8Array());
    expect(withoutSpace(pages[0] ?? '')).toContain(withoutSpace('某某诊断服务中心'));
    expect(withoutSpace(pages[0] ?? '')).not.toContain('企业诊断报告');
    expect(pages.length).toBeGreaterThan(1);
  });

  it('keeps a picture byte by byte', () => {
    const picture = strToU8('a picture');
    const body = `${BODY}<w:p><w:r><w:drawing r:embed="rId3"/></w:r></w:p>`;
    const written = renderDocx(report, readOfficeCover(document(body, { 'word/media/a.png': picture })));
    const parts = partsOf(written);
    expect(parts['word/cover/media-a.png']).toBe('a picture');
    expect(parts['word/_rels/document.xml.rels']).toContain('Id="cover-rId3"');
    expect(parts['word/document.xml']).toContain('r:embed="cover-rId3"');
  });

  it.each([
    ['no file of Office', strToU8('not a document')],
    ['an empty file', new Uint8Array()],
    ['a document with a chart', document(`${BODY}<w:p><w:r><c:chart r:id="rId4"/></w:r></w:p>`)],
    ['a picture that is not in the file', document(`${BODY}<w:p><w:r><w:drawing r:embed="rId9"/></w:r></w:p>`)],
    ['a strict document', document(BODY, {}, `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" ${R}`)],
  ])('is refused where it is %s, and the report has ours', (_what, file) => {
    const office = officeOf({ cover: file });
    expect(office).toEqual({ cover: null, logo: null, problems: ['office-cover'] });
    expect(Buffer.from(renderDocx(report, office.cover)).equals(Buffer.from(renderDocx(report)))).toBe(true);
  });
});

describe('the logo of an office', () => {
  it('is a JPEG with its size', () => {
    const jpeg = RED_DOT;
    expect(officeOf({ logo: Buffer.from(jpeg, 'base64') })).toEqual({
      cover: null,
      logo: { jpeg, width: 2, height: 1 },
      problems: [],
    });
  });

  it.each([
    ['another kind of picture', strToU8('\x89PNG\r\n\x1a\n........')],
    ['nothing', new Uint8Array()],
    ['cut off', Buffer.from(RED_DOT, 'base64').subarray(0, 30)],
  ])('is left out where it is %s, and said so', (_what, file) => {
    expect(officeOf({ logo: file })).toEqual({ cover: null, logo: null, problems: ['office-logo'] });
  });
});
