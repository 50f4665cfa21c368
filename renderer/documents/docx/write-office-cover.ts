import type { CoverBlock } from '../../../assessments/reporting/report-document.ts';
import { element, escaped } from '../ooxml/xml.ts';
import type { OfficeCover } from './office-cover.ts';
import { paragraph, run } from './paragraph.ts';

/**
 * The cover of an office before the report. `{enterprise}`, `{title}`, `{kicker}`, `{notice}`, `{mark}` and the labels
 * of the rows, such as `{报告日期}`, become what our own cover says; the mark of a fictitious mill is never left out.
 */
export function writeOfficeCover(cover: OfficeCover, block: CoverBlock, plainSection: string): string {
  const { enterprise, title, kicker, notice, mark, rows } = block;
  const values = new Map(Object.entries({ enterprise, title, kicker, notice, mark, ...Object.fromEntries(rows) }));
  const isMarked = cover.body.includes('{mark}');
  const marked = mark === '' || isMarked ? '' : paragraph(run(mark, { framed: true }), { style: 'CoverMark' });
  const section = cover.section === '' ? plainSection : cover.section;
  return filledIn(cover.body, values) + marked + element('w:p', {}, element('w:pPr', {}, section));
}

const PARAGRAPH = /<w:p(?: [^>]*[^>/])?>(?:(?!<w:p[ >]).)*?<\/w:p>/gs;
const TEXT = /(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g;

/** A name in braces may go over several runs: Word splits a text wherever it was edited. */
function filledIn(xml: string, values: ReadonlyMap<string, string>): string {
  return xml.replaceAll(PARAGRAPH, (whole) => {
    const texts = [...whole.matchAll(TEXT)].map(([, , text = '']) => text);
    if (!texts.join('').includes('{')) return whole;
    const filled = fillTexts(texts, values);
    let i = 0;
    return whole.replaceAll(TEXT, (_, start: string, __, end: string) => {
      const text = filled[i++] ?? '';
      return `${start.includes('xml:space') ? start : '<w:t xml:space="preserve">'}${text}${end}`;
    });
  });
}

/** The value stands where its name began; the rest of the name is gone from the runs after it. */
function fillTexts(texts: readonly string[], values: ReadonlyMap<string, string>): string[] {
  const filled = texts.map(() => '');
  const starts = texts.map((_, i) => texts.slice(0, i).join('').length);
  const whole = texts.join('');
  const runAt = (at: number) => starts.findLastIndex((start) => start <= at);
  let at = 0;
  for (const { index, 0: name, 1: key = '' } of [...whole.matchAll(/\{([^{}]+)\}/g)]) {
    const value = values.get(key.trim());
    if (value === undefined) continue;
    copy(at, index);
    filled[runAt(index)] += escaped(value).replaceAll('\n', ' ');
    at = index + name.length;
  }
  copy(at, whole.length);
  return filled;

  function copy(from: number, to: number): void {
    for (let k = from; k < to; k += 1) filled[runAt(k)] += whole[k] ?? '';
  }
}
