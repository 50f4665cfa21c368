import type { Block } from '#assessments/reporting/report-document.ts';

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
    case 'page-break':
      return [];
  }
}
