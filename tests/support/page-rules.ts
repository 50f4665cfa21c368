import { captionText, type Block, type ReportDocument } from '#assessments/reporting/report-document.ts';
import type { LaidOutReport } from '#renderer/documents/pdf/lay-out-report.ts';
import { PAGE, PAGE_ROOM, TEXT_WIDTH, type Fonts, type Mark } from '#renderer/documents/pdf/page-flow.ts';
import { pageLabel } from '#renderer/documents/pdf/page-label.ts';
import type { StructureElement } from '#renderer/documents/pdf/structure.ts';
import { withoutSpace } from './pdf.ts';
import { textsOf } from './report-texts.ts';

const LEAST_FILL = 0.4;
const LEAST_SIZE = 8;
const LEAST_BODY_SIZE = 10;
/** Rows that must begin on the page of their header. */
const FIRST_ROWS = 2;
const SLACK = 0.6;

type TextMark = Mark & { readonly kind: 'text' };

/** Where a part of a document is drawn: pages counted from 1, in the order of drawing. */
type Places = ReadonlyMap<StructureElement, readonly { readonly page: number; readonly mark: Mark }[]>;

/** What breaks the rules of layout in a report as laid out, each fault with its page; none where it keeps all. */
export function pageFaults(report: ReportDocument, laidOut: LaidOutReport, fonts: Fonts): string[] {
  const places = placesOf(laidOut);
  return [
    ...thinPages(laidOut, places),
    ...smallType(laidOut),
    ...smallBody(laidOut, places),
    ...lonelyHeadings(laidOut, places),
    ...splitTables(laidOut, places),
    ...brokenWords(report, laidOut, places),
    ...partedCaptions(laidOut, places),
    ...lonelyLines(laidOut, places),
    ...outside(laidOut, fonts),
    ...overlaps(laidOut, fonts),
    ...wrongContents(laidOut, places),
    ...unexplained(report, laidOut),
    ...wrongNumbers(report),
  ];
}

function placesOf({ pages }: LaidOutReport): Places {
  const places = new Map<StructureElement, { page: number; mark: Mark }[]>();
  pages.forEach((marks, i) => {
    for (const mark of marks) {
      if (mark.part === undefined) continue;
      const known = places.get(mark.part);
      if (known === undefined) places.set(mark.part, [{ page: i + 1, mark }]);
      else known.push({ page: i + 1, mark });
    }
  });
  return places;
}

/** A page filled to less than 40 %, unless the next one begins with a chapter; pages of cover and contents are no text. */
function thinPages({ pages, front, bookmarks, structure }: LaidOutReport, places: Places): string[] {
  const contents = new Set(structure.kids.filter(({ role }) => role === 'TOC').flatMap((toc) => pagesOf(toc, places)));
  const chapters = new Set(bookmarks.filter(({ level, y }) => level === 1 && y <= PAGE.top).map(({ page }) => page));
  return pages.flatMap((marks, i) => {
    const page = i + 1;
    if (page <= front || page === pages.length || chapters.has(page + 1) || contents.has(page)) return [];
    const fill = (lowest(marks) - PAGE.top) / PAGE_ROOM;
    return fill < LEAST_FILL ? [`page ${page}: filled to ${Math.round(100 * fill)} %`] : [];
  });
}

/** The lowest ink of a page's text, without its foot. */
function lowest(marks: readonly Mark[]): number {
  const bottoms = marks.map(bottomOf).filter((y) => y <= PAGE.height - PAGE.bottom + SLACK);
  return Math.max(PAGE.top, ...bottoms);
}

function bottomOf(mark: Mark): number {
  switch (mark.kind) {
    case 'text':
      return mark.y;
    case 'line':
      return Math.max(...mark.points.map(([, y]) => y));
    case 'circle':
      return mark.y + mark.radius;
    case 'rect':
    case 'picture':
      return mark.y + mark.height;
  }
}

function smallType({ pages }: LaidOutReport): string[] {
  return pages.flatMap((marks, i) =>
    marks
      .filter(isText)
      .filter(({ size }) => size < LEAST_SIZE - 0.01)
      .map(({ size, text }) => `page ${i + 1}: ${size.toFixed(2)} pt: ${text}`),
  );
}

/** Paragraphs and lists that stand in the text itself. */
function smallBody({ structure, front }: LaidOutReport, places: Places): string[] {
  const body = structure.kids.filter(({ role }) => role === 'P' || role === 'L');
  return body.flatMap((part) =>
    drawnIn(part, places).flatMap(({ page, mark }) =>
      page > front && isText(mark) && mark.size < LEAST_BODY_SIZE
        ? [`page ${page}: body of ${mark.size} pt: ${mark.text}`]
        : [],
    ),
  );
}

/** A heading whose next part begins on another page. */
function lonelyHeadings({ structure }: LaidOutReport, places: Places): string[] {
  const parts = structure.kids.filter((part) => drawnIn(part, places).length > 0);
  return parts.flatMap((part, i) => {
    const next = parts[i + 1];
    if (!isHeading(part)) return [];
    const page = drawnIn(part, places).at(-1)?.page ?? 0;
    if (next === undefined) return [`page ${page}: heading with nothing after it: ${saidIn(part, places)}`];
    const follows = drawnIn(next, places)[0]?.page === page;
    return follows ? [] : [`page ${page}: heading alone at the foot: ${saidIn(part, places)}`];
  });
}

/** A header apart from its first rows, or repeated above nothing. */
function splitTables({ structure, pages }: LaidOutReport, places: Places): string[] {
  return elementsIn(structure, 'Table').flatMap((table) => {
    const [header, ...rows] = table.kids.filter(({ role }) => role === 'TR');
    const page = header === undefined ? undefined : drawnIn(header, places)[0]?.page;
    const apart = rows
      .slice(0, FIRST_ROWS)
      .filter((row, i) => {
        const before = rows.slice(0, i).flatMap((earlier) => pagesOf(earlier, places));
        const [first] = pagesOf(row, places);
        return first !== page && before.every((other) => other === page);
      })
      .map((row) => `page ${page}: table header apart from: ${saidIn(row, places)}`);
    const cells = new Set(header?.kids);
    const repeated = pages.flatMap((marks, i) => {
      const again = marks.some(({ repeats }) => repeats !== undefined && cells.has(repeats));
      const rowsHere = rows.some((row) => drawnIn(row, places).some((drawn) => drawn.page === i + 1));
      return again && !rowsHere ? [`page ${i + 1}: table header above nothing: ${saidIn(table, places)}`] : [];
    });
    return [...apart, ...repeated];
  });
}

/** A word that is broken inside, of the head of a table or of a cell of a few words. */
function brokenWords({ blocks }: ReportDocument, { structure }: LaidOutReport, places: Places): string[] {
  const titles = blocks.flatMap((block) =>
    block.kind === 'table' ? [...block.columns.map(({ title }) => title), ...shortCells(block)] : [],
  );
  const words = new Map(titles.map((title) => [withoutSpace(title), wordsOf(title).join(' ')]));
  return [...elementsIn(structure, 'TH'), ...elementsIn(structure, 'TD')].flatMap((cell) => {
    const lines = drawnIn(cell, places).flatMap(({ mark }) => (isText(mark) ? [mark.text] : []));
    const whole = words.get(withoutSpace(lines.join('')));
    return whole === undefined || whole === lines.flatMap(wordsOf).join(' ')
      ? []
      : [`page ${drawnIn(cell, places)[0]?.page}: cell broken inside a word: ${lines.join('|')}`];
  });
}

function shortCells({ rows }: Block & { kind: 'table' }): string[] {
  const texts = rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return texts.filter((text) => text.length <= 24);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Latin}+/gu) ?? [];
}

/** A caption that stands on another page than what it names. */
function partedCaptions({ structure }: LaidOutReport, places: Places): string[] {
  return ['Table', 'Figure'].flatMap((role) =>
    elementsIn(structure, role).flatMap((element) => {
      const caption = element.kids.find((kid) => kid.role === 'Caption');
      const rest = element.kids.filter((kid) => kid !== caption);
      const page = caption === undefined ? undefined : drawnIn(caption, places)[0]?.page;
      const other = [...(places.get(element) ?? []), ...rest.flatMap((kid) => drawnIn(kid, places))][0]?.page;
      return page === undefined || other === undefined || page === other
        ? []
        : [`page ${page}: caption apart from its ${role.toLowerCase()}`];
    }),
  );
}

/** One line of a paragraph or an item of a list alone on a page, while others stand on another one. */
function lonelyLines({ structure }: LaidOutReport, places: Places): string[] {
  const runs = [...elementsIn(structure, 'P'), ...elementsIn(structure, 'LBody')];
  return runs.flatMap((part) => {
    const drawn = drawnIn(part, places).map(({ page }) => page);
    const counts = [...new Set(drawn)].map((page) => drawn.filter((other) => other === page).length);
    return counts.length > 1 && Math.min(...counts) === 1
      ? [`page ${drawn[0]}: line alone: ${saidIn(part, places)}`]
      : [];
  });
}

/** Text that runs out of the margins. */
function outside({ pages }: LaidOutReport, fonts: Fonts): string[] {
  return pages.flatMap((marks, i) =>
    marks
      .filter(isText)
      .filter((mark) => {
        const { left, right } = boxOf(mark, fonts);
        return left < PAGE.left - SLACK || right > PAGE.left + TEXT_WIDTH + SLACK;
      })
      .map(({ text }) => `page ${i + 1}: out of the margins: ${text}`),
  );
}

/** Texts drawn over each other. */
function overlaps({ pages }: LaidOutReport, fonts: Fonts): string[] {
  return pages.flatMap((marks, i) => {
    const boxes = marks.filter(isText).map((mark) => ({ text: mark.text, ...boxOf(mark, fonts) }));
    boxes.sort((a, b) => a.top - b.top);
    return boxes.flatMap((a, k) => {
      const over: string[] = [];
      for (let n = k + 1; n < boxes.length; n += 1) {
        const b = boxes[n];
        if (b === undefined || b.top > a.bottom) break;
        const deep = a.bottom - b.top > SLACK && Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK;
        if (deep) over.push(`page ${i + 1}: “${a.text}” over “${b.text}”`);
      }
      return over;
    });
  });
}

/** About where the ink of a text is: full height of Chinese characters. */
function boxOf({ x, y, text, size, weight }: TextMark, fonts: Fonts) {
  const font = fonts[weight];
  const units = [...text].reduce((sum, character) => sum + font.advance(character.codePointAt(0) ?? 0), 0);
  return { left: x, right: x + (units * size) / 1000, top: y - 0.82 * size, bottom: y + 0.08 * size };
}

/** A table of contents that lists other headings or other pages than there are. */
function wrongContents({ structure, bookmarks, front }: LaidOutReport, places: Places): string[] {
  return elementsIn(structure, 'TOC').flatMap((toc) => {
    const listed = elementsIn(toc, 'TOCI').map((item) => saidIn(item, places));
    const after = drawnIn(toc, places).at(-1)?.page ?? 0;
    const expected = bookmarks
      .filter(({ page }) => page > after)
      .map(({ text, page }) => withoutSpace(text + pageLabel(page, front)));
    return expected.length === listed.length && expected.every((text, i) => text === listed[i])
      ? []
      : [`contents: ${listed.filter((text) => !expected.includes(text)).join(' | ')}`];
  });
}

/** A page with the mark and without its explanation, or with more than one. */
function unexplained({ running: { star } }: ReportDocument, { pages, clean }: LaidOutReport): string[] {
  if (star === undefined) return [];
  const note = withoutSpace(clean(star.note));
  return pages.flatMap((marks, i) => {
    const said = withoutSpace(
      marks
        .filter(isText)
        .map(({ text }) => text)
        .join(''),
    );
    const times = said.split(note).length - 1;
    const isMarked = said.replaceAll(note, '').includes(star.mark);
    return times === (isMarked ? 1 : 0) ? [] : [`page ${i + 1}: ${star.mark} explained ${times} times`];
  });
}

/** Tables and figures not numbered one after the other, or texts that name one that is not there. */
function wrongNumbers({ blocks, labels }: ReportDocument): string[] {
  const texts = blocks.flatMap(textsOf);
  return (['figure', 'table'] as const).flatMap((kind) => {
    const numbered = blocks.filter((block): block is Block & { kind: typeof kind } => block.kind === kind);
    const numbers = numbered.flatMap(({ number }) => number ?? []);
    const skipped = numbers.every((number, i) => number === i + 1) ? [] : [`${kind}s numbered ${numbers.join(', ')}`];
    const bare = numbered
      .filter(({ number, caption }) => number !== undefined && caption === undefined)
      .map((block) => `${captionText(block, labels)}: numbered without a caption`);
    const named = new RegExp(
      `(?<=^|[^\\p{L}\\p{N}]|[见如按由及和与在])${labels[kind]} ?(\\d+)(?![\\d.,]*\\p{Script=Han})`,
      'gu',
    );
    const lost = texts.flatMap((text) =>
      [...text.matchAll(named)]
        .filter(([, number]) => !numbers.includes(Number(number)))
        .map(([name]) => `${name} is not there: ${text}`),
    );
    return [...skipped, ...bare, ...lost];
  });
}

function isText(mark: Mark): mark is TextMark {
  return mark.kind === 'text';
}

function isHeading({ role }: StructureElement): boolean {
  return role === 'H1' || role === 'H2' || role === 'H3';
}

function elementsIn(part: StructureElement, role: string): StructureElement[] {
  return [...(part.role === role ? [part] : []), ...part.kids.flatMap((kid) => elementsIn(kid, role))];
}

/** What is drawn of a part and its parts, in reading order. */
function drawnIn(part: StructureElement, places: Places): { page: number; mark: Mark }[] {
  return [...(places.get(part) ?? []), ...part.kids.flatMap((kid) => drawnIn(kid, places))];
}

function pagesOf(part: StructureElement, places: Places): number[] {
  return drawnIn(part, places).map(({ page }) => page);
}

function saidIn(part: StructureElement, places: Places): string {
  return withoutSpace(
    drawnIn(part, places)
      .map(({ mark }) => (isText(mark) ? mark.text : ''))
      .join(''),
  );
}
