import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cli.ts';
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
