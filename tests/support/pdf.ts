import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, temporaryFolder } from './cli.ts';
import { runTool } from './tools.ts';

/** What real readers say of a PDF. */
export interface ReadPdf {
  readonly path: string;
  /** Text page by page, as it stands. */
  readonly pages: readonly string[];
  /** All text without white space. */
  readonly packed: string;
}

/** Writes the bytes to a file that is gone after the test, and reads them with pdftotext. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const path = join(temporaryFolder(), 'report.pdf');
  writeFileSync(path, bytes);
  const text = runTool('pdftotext', ['-layout', path, '-']);
  const pages = text.split('\f').slice(0, -1);
  return { path, pages, packed: withoutSpace(runTool('pdftotext', ['-raw', path, '-'])) };
}

export function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** All that the parts of a document say, in reading order and without white space: no running text, no page between. */
export function heardIn(path: string): string {
  const texts = [...runTool('pdfinfo', ['-struct-text', path]).matchAll(/^ *"(.*)"$/gmu)];
  return withoutSpace(texts.map(([, text = '']) => text).join(''));
}

/** The dictionaries of a file as qpdf reads them; strings begin with `u:`, streams are their dictionaries. */
export function pdfObjects(path: string): Record<string, unknown>[] {
  const { qpdf } = JSON.parse(runTool('qpdf', ['--json=2', '--json-key=qpdf', path])) as {
    qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: unknown } }>];
  };
  return Object.values(qpdf[1])
    .map(({ value, stream }) => stream?.dict ?? value)
    .filter((value): value is Record<string, unknown> => typeof value === 'object' && value !== null);
}

/** What pdf.js says of a file outside the text of its pages; pages are counted from 1. */
export interface PdfjsReading {
  readonly info: Readonly<Record<string, unknown>>;
  /** Bookmarks in their order, each with the place that it leads to: a page, and how far below its top. */
  readonly bookmarks: readonly {
    readonly title: string;
    readonly level: number;
    readonly page: number;
    readonly y: number;
  }[];
  readonly labels: readonly string[];
  /** What is said in the place of figures and photos. */
  readonly alternatives: readonly string[];
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

export function pdfjsReading(path: string): PdfjsReading {
  const script = join(PROJECT, 'tests', 'support', 'pdfjs-reading.mjs');
  const said = execFileSync(process.execPath, [script, path], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(said) as PdfjsReading;
}

/** A part of a document as poppler hears it, with its own text. */
export interface ReadPart {
  readonly role: string;
  readonly said: string;
  readonly kids: readonly ReadPart[];
}

/** The parts of a document in reading order. */
export function readStructure(path: string): readonly ReadPart[] {
  const root = { role: '', said: '', kids: [] as OpenPart[] };
  const open: OpenPart[] = [root];
  for (const line of runTool('pdfinfo', ['-struct-text', path]).split('\n')) {
    const [, indent = '', rest = ''] = /^( *)(\S.*)$/u.exec(line) ?? [];
    // Attributes and annotations of a part stand below it.
    if (rest === '' || rest.startsWith('/') || rest.startsWith('Object')) continue;
    open.length = indent.length / 2 + 1;
    const parent = open.at(-1) ?? root;
    if (rest.startsWith('"')) parent.said += rest.slice(1, -1);
    else {
      const part = { role: rest.split(/[ :]/u)[0] ?? '', said: '', kids: [] };
      parent.kids.push(part);
      open.push(part);
    }
  }
  return root.kids;
}

interface OpenPart {
  readonly role: string;
  said: string;
  readonly kids: OpenPart[];
}
