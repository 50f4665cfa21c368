import { INDICATORS } from '../../indicators/indicators.ts';
import type { Kpi } from '../../schema/pack.ts';
import { roundedDown } from '../../scoring/shown-number.ts';
import { anchorRows, anchorText } from '../chapters/indicator-table.ts';
import { itemState } from '../answer-text.ts';
import { kpiObject } from '../../kpis/kpis.ts';
import { kpiFigure } from '../kpi-figure.ts';
import type { Mill, Topic } from '../report-input.ts';
import type { WorkbookCell, WorkbookTable } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';

/** Every KPI with the points that count for its topic, as in the report, then every other indicator; what is unknown says so and is never 0. */
export function indicatorsSheet(mill: Mill): WorkbookTable {
  const { words, topics, result } = mill;
  const kpis = topics.flatMap((topic) =>
    ('kpis' in topic.pack ? topic.pack.kpis : []).flatMap((kpi) => kpiRow(kpi, topic, mill)),
  );
  const listed = new Set(kpis.flatMap(({ field }) => field ?? []));
  const others = Object.entries(result.indicators).flatMap(([id, { value, unit }]): WorkbookCell[][] =>
    listed.has(id)
      ? []
      : [
          [
            null,
            null,
            words.indicator(id),
            value === null ? words.say('unknown') : significant(value),
            words.unit(unit) || null,
            null,
            null,
            null,
            null,
            id,
          ],
        ],
  );
  const points = { width: 11, kind: 'number', decimals: 1, unit: words.say('unit-points') } as const;
  return {
    kind: 'table',
    name: words.say('sheet-indicators'),
    frozen: 3,
    columns: [
      { title: words.say('sheet-topic'), width: 11, kind: 'text' },
      { title: words.say('sheet-id'), width: 7, kind: 'text' },
      { title: words.say('sheet-indicator'), width: 32, kind: 'text' },
      { title: words.say('sheet-value'), width: 13, kind: 'number' },
      { title: words.say('sheet-unit'), width: 14, kind: 'text' },
      { title: words.say('sheet-points-low'), ...points },
      { title: words.say('sheet-points-high'), ...points },
      { title: words.say('sheet-scored-as'), width: 12, kind: 'text' },
      { title: words.say('column-anchors-mixed'), width: 40, kind: 'text' },
      { title: words.say('sheet-field'), width: 26, kind: 'text' },
    ],
    rows: [...kpis.map(({ cells }) => cells), ...others],
  };
}

/** The indicator that is the figure of a KPI as this mill is measured on it, or stands behind what is fitted; null for none. */
function fieldOf(kpi: Kpi, figure: ReturnType<typeof kpiFigure>, { result }: Mill): string | null {
  const isFittings = kpiObject(kpi.id).figure.fittings !== undefined;
  const known = typeof figure === 'string' ? null : figure;
  const found = Object.entries(INDICATORS).find(([id, { kpis }]) => {
    const indicator = result.indicators[id];
    const isSame =
      (indicator?.value ?? null) === (known?.value ?? null) &&
      (known?.unit ?? '') === (known === null ? '' : indicator?.unit);
    return (kpis as readonly string[]).includes(kpi.id) && (isSame || isFittings);
  });
  return found?.[0] ?? null;
}

function kpiRow(kpi: Kpi, topic: Topic, mill: Mill): { field: string | null; cells: WorkbookCell[] }[] {
  const { words } = mill;
  const line = topic.result.trace.find((entry) => entry.question === kpi.id);
  if (line === undefined) return [];
  const figure = kpiFigure(kpi.id, mill);
  const anchors = anchorRows(kpi, mill);
  const isFittings = kpiObject(kpi.id).figure.fittings !== undefined;
  const field = fieldOf(kpi, figure, mill);
  return [
    {
      field,
      cells: [
        words.pick(topic.pack.shortName),
        kpi.id,
        words.pick(kpi.name),
        ...(typeof figure === 'string' || isFittings
          ? [itemState(kpi.id, mill), null]
          : [significant(figure.value), words.unit(figure.unit) || null]),
        roundedDown(line.points.low),
        roundedDown(line.points.high),
        words.say(topic.pack.method === 'green' ? 'column-simulated' : 'column-points'),
        anchors.map((row) => anchorText(kpi, row, anchors.length > 1, mill)).join('\n') || null,
        field,
      ],
    },
  ];
}
