import type { Documents } from '#assessments/reporting/documents-of.ts';
import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';

/** Every text of a block that a reader sees. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'cover':
      return [block.kicker, block.title, block.enterprise, ...block.rows.flat(), block.mark, block.notice];
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'tiles':
      return block.tiles.flatMap((tile) => [tile.label, tile.value, tile.detail]);
    case 'cards':
      return block.cards.flatMap(({ title, rows }) => [
        title,
        ...rows.flatMap(({ label, value, detail }) => [label, value, detail]),
      ]);
    case 'table':
      return [
        block.caption ?? '',
        ...block.columns.map((column) => column.title),
        ...block.rows.flatMap((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
      ];
    case 'figure':
      return [block.caption, ...block.figure.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))];
    case 'photos':
      return block.photos.flatMap(({ title, text }) => [title, text]);
    case 'callout':
      return [block.title, block.text];
    case 'signatures':
      return block.parties.flatMap(({ name, lines, seal }) => [name, ...lines, seal]);
    case 'contents':
    case 'page-break':
      return [];
  }
}

/** Everything that a mill is handed to read, page by page of the three documents. */
export function allBlocks({ brief, report, annexes }: Documents): Block[] {
  return [brief, report, annexes].flatMap(({ blocks }) => blocks);
}

/** The blocks below a heading of level 1 or 2, up to the next of its level or above; empty where there is none. */
export function below(blocks: readonly Block[], heading: string): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const own = blocks[start];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex(
    (block) => block.kind === 'heading' && own?.kind === 'heading' && block.level <= own.level,
  );
  return start === -1 ? [] : rest.slice(0, end === -1 ? rest.length : end);
}

/** Headings of a level, each as it stands there with its number. */
export function headingsOf({ blocks }: ReportDocument, level: number): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === level ? [`${block.number ?? ''} ${block.text}`.trim()] : [],
  );
}

export function textOf(blocks: readonly Block[]): string {
  return blocks.flatMap(textsOf).join('\n');
}
