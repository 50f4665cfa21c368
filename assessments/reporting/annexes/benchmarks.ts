import { kpiObject } from '../../kpis/kpis.ts';
import type { Kpi } from '../../schema/pack.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { kpiText } from '../kpi-figure.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { anchorRows, anchorSource, anchorText } from '../chapters/indicator-table.ts';

/** Water and energy against the anchors of the mill's own products, today and after the plan. */
export function benchmarks(planned: PlannedMill): Block[] {
  const { mill, topics } = planned;
  const { words, name } = mill;
  const rows = topics.flatMap((pair) => kpisOf(pair.today).flatMap((kpi) => kpiRow(kpi, pair, planned)));
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('annex-benchmarks-heading') },
    { kind: 'paragraph', text: words.say('annex-benchmarks-lead', { name }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-indicator'), width: 19 },
        { title: words.say('column-today'), width: 18, align: 'right' },
        { title: words.say('column-after'), width: 18, align: 'right' },
        { title: words.say('column-anchors-mixed'), width: 28 },
        { title: words.say('column-basis'), width: 17 },
      ],
      rows,
    },
  ];
}

function kpisOf({ pack }: Topic): readonly Kpi[] {
  return 'kpis' in pack ? pack.kpis.filter((kpi) => kpiObject(kpi.id).figure.isBenchmark) : [];
}

function kpiRow(kpi: Kpi, pair: PlannedMill['topics'][number], { mill, after }: PlannedMill): TableRow[] {
  const { words } = mill;
  const cell = (topic: Topic, of: Mill) => {
    const line = topic.result.trace.find((entry) => entry.question === kpi.id);
    return line === undefined
      ? null
      : words.say('benchmark-cell', { value: kpiText(kpi.id, of), points: shownScore(line.points) });
  };
  const today = cell(pair.today, mill);
  if (today === null) return [];
  const anchors = anchorRows(kpi, mill);
  const source = pair.today.pack.sources[kpi.source];
  return [
    {
      cells: [
        { text: `${kpi.id} ${words.pick(kpi.name)}`, strong: true },
        today,
        { text: cell(pair.after, after) ?? '—', strong: true },
        anchors.map((row) => anchorText(kpi, row, anchors.length > 1, mill)).join('\n') || '—',
        {
          text: anchorSource(kpi, source, mill),
          tone: 'muted',
        },
      ],
    },
  ];
}
