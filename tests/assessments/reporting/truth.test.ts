import { describe, expect, it } from 'vitest';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import type { TableRow } from '#assessments/reporting/report-document.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { SINGULAR } from '#assessments/schema/singular.ts';
import type { SubSector } from '#assessments/schema/vocabulary.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { documentTexts } from '#tests/support/document-texts.ts';
import { figuredMills } from '#tests/support/figured-mills.ts';
import { TRADE_WORDS } from '#tests/support/trade-words.ts';

const MANY_OF_ONE = new RegExp(`(?<![\\d.,–−/-])1 (?:${Object.keys(SINGULAR).join('|')})\\b`, 'u');
const HANZI = /[\u4e00-\u9fff〔〕]+/gu;
/** How sure a figure is stands in the annexes; beside it stands one mark. */
const MARKS = /回忆值|凭回忆|未见|待核(?!实)|可信度|（[高中低]）|\(recalled|recalled,|not seen/u;

/** A mill that has looms is a weaver too, whatever it ticked. */
function sectorsOfMachines({ facts }: Mill): SubSector[] {
  const kinds = facts.now.machines?.map(({ kind }) => kind) ?? [];
  return kinds.flatMap((kind) => knownIds.machines.get(kind)?.subSectors ?? []);
}

/** The figure that a cell shows in its first line; null where it is none that adds up, such as a share or years. */
function figureIn(cell: string): number | null {
  const [first = ''] = cell.split('\n');
  const plain = first
    .replaceAll(/[,＊*]/gu, '')
    .replace('−', '-')
    .trim();
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

/** Of topics and problems nobody says which is the worst: packs of different size are not compared. */
const WORST =
  /[丢失]分最多|差距最大|最大的?(差距|问题)|最重的|costs? the most points|heaviest problem|biggest problem|largest gap/u;

const unique = (texts: readonly string[]) => [...new Set(texts)];

describe.each(figuredMills().map((one) => ({ ...one, name: `${one.id} in ${one.language}` })))(
  'the documents of $name',
  ({ mill, language }) => {
    const texts = documentTexts(mill);
    const all = Object.values(texts).flat();

    it('say one of a thing in the singular', () => {
      expect(unique(all.filter((text) => language === 'en' && MANY_OF_ONE.test(text)))).toEqual([]);
    });

    it('are in their language, but for what the mill itself entered', () => {
      if (language !== 'en') return;
      const { region: _region, ...enterprise } = mill.dossier.enterprise;
      const own = JSON.stringify({ ...mill.dossier, enterprise });
      const foreign = all.flatMap((text) => text.match(HANZI) ?? []).filter((hanzi) => !own.includes(hanzi));
      expect(unique(foreign)).toEqual([]);
    });

    it('have totals that add the lines as they are shown', () => {
      const { report, annexes } = documentsOf(mill);
      const sum = mill.words.say('plan-sum');
      const cellsOf = (row: TableRow) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
      const checked = [...report.blocks, ...annexes.blocks].flatMap((block) => {
        if (block.kind !== 'table') return [];
        const rows = block.rows.map(cellsOf);
        const total = rows.findIndex((cells) => cells.includes(sum));
        if (total < 1) return [];
        return (rows[total] ?? []).flatMap((text, column): string[] => {
          const parts = rows.slice(0, total).map((cells) => figureIn(cells[column] ?? ''));
          const whole = figureIn(text);
          if (whole === null || parts.some((part) => part === null)) return [];
          const added = parts.reduce<number>((so, part) => so + (part ?? 0), 0);
          return Math.abs(added - whole) < 1e-6 ? [''] : [`${block.caption ?? ''} ${column}: ${added} ≠ ${text}`];
        });
      });
      expect(checked.filter((one) => one !== '')).toEqual([]);
      expect(checked.length).toBeGreaterThan(0);
    });

    it('call no problem the worst, as points of different topics are not compared', () => {
      const said = [...texts.brief, ...texts.report, ...texts.deck];
      expect(unique(said.filter((text) => WORST.test(text)))).toEqual([]);
    });

    it('have no mark of memory beside a figure', () => {
      const read = [...texts.brief, ...texts.report, ...texts.deck, ...texts.workbook];
      expect(unique(read.filter((text) => MARKS.test(text)))).toEqual([]);
    });

    it('have no words of another trade in what they advise', () => {
      const own = JSON.stringify(mill.dossier);
      const sectors = new Set([...mill.dossier.enterprise.subSectors, ...sectorsOfMachines(mill)]);
      const others = TRADE_WORDS.filter(({ of }) => !of.some((one) => sectors.has(one)));
      const found = others.flatMap((words) =>
        [...texts.brief, ...texts.report, ...texts.deck].filter((text) => {
          const match = words[language === 'en' ? 'en' : 'zh'].exec(text);
          return match !== null && !own.includes(match[0]);
        }),
      );
      expect(unique(found)).toEqual([]);
    });
  },
);
