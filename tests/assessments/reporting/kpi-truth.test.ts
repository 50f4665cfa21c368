import { describe, expect, it } from 'vitest';
import { kpiObject } from '#assessments/kpis/kpis.ts';
import { deckOf } from '#assessments/reporting/deck/deck-of.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { bulletCharts } from '#assessments/reporting/figures/bullets.ts';
import type { Block, TableBlock } from '#assessments/reporting/report-document.ts';
import type { Mill, Topic } from '#assessments/reporting/report-input.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { needsVerification } from '#assessments/schema/marks.ts';
import type { Kpi } from '#assessments/schema/pack.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { documentTexts } from '#tests/support/document-texts.ts';
import { figuredMills } from '#tests/support/figured-mills.ts';

const LEVELS = ['level1', 'level2', 'level3'] as const;

const kpisOf = ({ pack }: Topic): readonly Kpi[] => ('kpis' in pack ? pack.kpis : []);
const textOfCell = (cell: TableBlock['rows'][number]['cells'][number]) => (typeof cell === 'string' ? cell : cell.text);

/** Rows with values, of tables and of those behind figures, that begin with a KPI. */
function rowsOf(kpi: Kpi, blocks: readonly Block[], { words }: Mill): string[][] {
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.table] : [],
  );
  const name = `${kpi.id} ${words.pick(kpi.name)}`;
  return tables.flatMap(({ rows }) =>
    rows
      .map(({ cells }) => cells.map(textOfCell))
      .filter(([first = '', ...others]) => first.startsWith(name) && others.length > 2),
  );
}

describe.each(figuredMills().map((one) => ({ ...one, name: `${one.id} in ${one.language}` })))(
  'the indicators of $name',
  ({ mill }) => {
    const { report, annexes } = documentsOf(mill);
    const blocks = [...report.blocks, ...annexes.blocks];
    const { words } = mill;

    it('say water meters as fitted of required, never as a rate', () => {
      const kpi = mill.kpi('K8');
      if (kpi === undefined || mill.readings.get(kpi.id)?.state !== 'known') throw new Error('K8 is not known');
      const facts = mill.facts.now;
      const fitted = LEVELS.flatMap((level) => {
        const required = facts[`water.meters.${level}.required`] ?? 0;
        return required === 0 ? [] : [`${facts[`water.meters.${level}.fitted`] ?? 0}/${required}`];
      });
      expect(fitted.length).toBeGreaterThan(0);
      const rows = rowsOf(kpi, blocks, mill);
      expect(rows.length).toBeGreaterThan(1);
      for (const [name = '', value = ''] of rows) {
        for (const one of fitted) expect(`${name} ${value}`).toContain(one);
        expect(value).not.toContain('%');
      }
      const sheet = workbookOf(mill).sheets.find(({ name }) => name === words.say('sheet-indicators'));
      const listed = sheet?.kind === 'table' ? sheet.rows : [];
      const own = listed.find(([, id]) => id === 'K8');
      for (const one of fitted) expect(own?.[3]).toContain(one);
      const behind = listed.filter((cells) => cells.at(-1) === own?.at(-1));
      expect(behind).toEqual([own]);
      expect(behind[0]?.at(-1)).toMatch(/^water\./u);
    });

    it('mark each line that is ours, and name a standard only beside lines of its own', () => {
      const rows = mill.topics.flatMap((topic) =>
        kpisOf(topic).flatMap((kpi) =>
          rowsOf(kpi, annexes.blocks, mill).map((cells) => ({ kpi, source: topic.pack.sources[kpi.source], cells })),
        ),
      );
      expect(rows.length).toBeGreaterThan(5);
      for (const { kpi, source, cells } of rows) {
        const [lines = '', basis = ''] = cells.slice(-2);
        if (lines === '—') continue;
        const isOurs = basis === words.say('anchors-ours');
        const values = lines.split(/\n| \/ |：|: |得100分，|for 100 points, /u).filter((value) => /\d/u.test(value));
        const bare = values.filter((value) => !/[＊*]/u.test(value));
        if (isOurs) expect(bare, `${kpi.id}: ours without a mark`).toEqual([]);
        else {
          expect(bare.length, `${kpi.id}: ${basis} beside ${lines}`).toBeGreaterThan(0);
          expect(basis).toContain(source?.documentNo ?? words.pick(source?.title).slice(0, 4));
        }
      }
    });

    it('have the mark of ours on each line of a figure that is', () => {
      const marked = mill.topics.flatMap((topic) => {
        const figure = bulletCharts(topic, mill);
        if (figure === null || topic.pack.method === 'green') return [];
        return kpisOf(topic).flatMap((kpi) => {
          const [row] = rowsOf(kpi, [figure], mill);
          const object = kpiObject(kpi.id);
          const [anchors, ...others] = kpi.anchors;
          if (row === undefined || anchors === undefined || others.length > 0 || object.kind !== 'facts') return [];
          const shown = (row.at(-1) ?? '').split(' / ').map((line) => /[＊*]$/u.test(line));
          expect(shown, kpi.id).toEqual(anchors.marks.map(needsVerification));
          return shown;
        });
      });
      expect(marked.length).toBeGreaterThan(0);
    });

    it('stand without examples of other mills but in the cards of measures, as these mills’ own', () => {
      const texts = documentTexts(mill);
      const cases = [...catalogue.cases.values()];
      const examples = cases.flatMap(({ did, saved, cost }) =>
        [did, saved, cost].flatMap((text) =>
          text === null || words.pick(text).length < (words.language === 'en' ? 50 : 12) ? [] : [words.pick(text)],
        ),
      );
      const elsewhere = [
        ...texts.brief,
        ...texts.report,
        ...texts.workbook,
        ...JSON.stringify(deckOf(mill)).split('"'),
      ];
      expect(elsewhere.filter((text) => examples.some((example) => text.includes(example)))).toEqual([]);
      const label = words.say('card-cases');
      const cells = annexes.blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.map((row) => row.cells.map(textOfCell)) : [],
      );
      const quoted = cells.filter((row) => row.some((text) => examples.some((example) => text.includes(example))));
      for (const [first, text = ''] of quoted) {
        expect(first).toBe(label);
        for (const line of text.split('\n'))
          expect(
            cases.some((one) => line.includes(words.pick(one.mill))),
            line,
          ).toBe(true);
      }
    });
  },
);
