import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { runTool } from './tools.ts';

type Extension = 'docx' | 'xlsx' | 'pptx';

/** Settings by which it computes every formula anew instead of trusting what the file says. */
const COMPUTES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** What LibreOffice makes of Office files, opened one after the other in one run; throws where it cannot open one. */
export function converted(
  files: readonly Uint8Array[],
  from: Extension,
  to: 'pdf' | 'fods' | 'xlsx' | 'xls',
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-office-'));
  try {
    const paths = files.map((_, i) => join(folder, `${i}.${from}`));
    paths.forEach((path, i) => writeFileSync(path, files[i] ?? ''));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), COMPUTES);
    runTool('soffice', ['--headless', profile, '--convert-to', to, '--outdir', folder, ...paths]);
    return files.map((_, i) => readFileSync(join(folder, `${i}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of an Office file as text, by path. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** The paragraphs of a Word document in their order, each with its style and text. */
export function paragraphsOf(bytes: Uint8Array): { readonly style: string; readonly text: string }[] {
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  return xml
    .split(/<w:p>|<w:p\/>/)
    .slice(1)
    .map((paragraph) => ({
      style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
      text: [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([, text]) => (text === undefined ? '\n' : unescaped(text)))
        .join(''),
    }));
}

export interface ReadSheet {
  readonly name: string;
  /** Cells by name, such as B2; of a formula what it came to. */
  readonly cells: Readonly<Record<string, string | number>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly xml: string;
}

/** The sheets of a workbook with their cells as a reader would take them: numbers as numbers. */
export function sheetsOf(bytes: Uint8Array): ReadSheet[] {
  const parts = partsOf(bytes);
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ''], i) => {
    const xml = parts[`xl/worksheets/sheet${i + 1}.xml`] ?? '';
    const cells = [
      ...xml.matchAll(
        /<c r="([A-Z]+\d+)"([^>]*)>(?:<f>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
      ),
    ];
    return {
      name: unescaped(name),
      cells: Object.fromEntries(
        cells.map(([, at = '', looks = '', , value, text = '']) => [
          at,
          value === undefined ? unescaped(text) : looks.includes('t="str"') ? unescaped(value) : Number(value),
        ]),
      ),
      formulas: Object.fromEntries(
        cells.flatMap(([, at = '', , formula]) => (formula === undefined ? [] : [[at, unescaped(formula)]])),
      ),
      xml,
    };
  });
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
