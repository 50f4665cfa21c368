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

/** Headings of level 1 of the plan, its annexes and the page to sign. */
export const PLAN_CHAPTERS = {
  'zh-CN': ['改进方案（一企一策）', '方案附件', '承诺与签章'],
  en: ['Improvement plan', 'Annexes of the plan', 'Commitment and signatures'],
} as const;

/** The blocks of the plan and its annexes. */
export function planBlocks({ blocks, language }: ReportDocument): Block[] {
  const chapters: readonly string[] = PLAN_CHAPTERS[language];
  let isPlan = false;
  return blocks.filter((block) => {
    if (block.kind === 'heading' && block.level === 1) isPlan = chapters.includes(block.text);
    return isPlan;
  });
}

export function textOf(blocks: readonly Block[]): string {
  return blocks.flatMap(textsOf).join('\n');
}
