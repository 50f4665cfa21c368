import { indicatorsBeside } from '../../indicators/indicators.ts';
import { kpiObject } from '../../kpis/kpis.ts';
import { needsVerification } from '../../schema/marks.ts';
import type { AnchorRow, Kpi } from '../../schema/pack.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { itemState } from '../answer-text.ts';
import { withUnit } from '../kpi-figure.ts';
import { sourceText } from '../source-text.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { computed } from '../shown-figure.ts';
import { textId } from '../words.ts';

/** The topic's KPIs against their anchors, each with its document and what still has to be verified. */
export function indicatorTable(topic: Topic, mill: Mill): Block[] {
  const { words } = mill;
  const blocks: Block[] = [];
  const kpis = 'kpis' in topic.pack ? topic.pack.kpis : [];
  const rows = kpis.flatMap((kpi) => kpiRow(kpi, topic, mill));
  const isSimulated = topic.pack.method === 'green';
  if (rows.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { title: words.say('column-indicator'), width: 24 },
        { title: words.say('column-value'), width: 18, align: 'right' },
        { title: words.say(isSimulated ? 'column-simulated' : 'column-points'), width: 12, align: 'right' },
        { title: words.say('column-anchors'), width: 27 },
        { title: words.say('column-basis'), width: 19 },
      ],
      rows,
    });
    if (isSimulated)
      blocks.push({ kind: 'paragraph', text: words.say('simulated-points', { name: mill.name }), tone: 'muted' });
  }
  const others = otherIndicators(topic, mill);
  if (others.length > 0)
    blocks.push({
      kind: 'paragraph',
      text: words.say('other-indicators', { list: words.list(others) }),
      tone: 'muted',
    });
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.say('indicators-heading') }, ...blocks];
}

function kpiRow(kpi: Kpi, topic: Topic, mill: Mill): TableRow[] {
  const { words } = mill;
  const line = topic.result.trace.find((entry) => entry.question === kpi.id);
  if (line === undefined) return [];
  const rows = anchorRows(kpi, mill);
  const source = topic.pack.sources[kpi.source];
  const unsure = rows.some((row) => row.marks.some(needsVerification));
  const isBonus = topic.pack.method === 'water' && topic.pack.bonus.kpi === kpi.id;
  return [
    {
      cells: [
        { text: `${kpi.id} ${words.pick(kpi.name)}${isBonus ? words.say('anchor-bonus') : ''}`, strong: true },
        itemState(kpi.id, mill),
        shownScore(line.points),
        rows.map((row) => anchorText(kpi, row, rows.length > 1, mill)).join('\n') || '—',
        {
          text: [sourceText(source, words), unsure ? words.say('reference-value') : '']
            .filter((part) => part !== '')
            .join('\n'),
          tone: 'muted',
        },
      ],
    },
  ];
}

/** The anchor rows that this mill is measured on: of its product classes, or the one of its yearly decline. */
export function anchorRows(kpi: Kpi, mill: Mill): AnchorRow[] {
  const object = kpiObject(kpi.id);
  if (object.kind === 'answer') return kpi.anchors;
  const own = object.takenFrom === null ? kpi.anchors : (mill.kpi(object.takenFrom(mill.site))?.anchors ?? []);
  if (!object.isPerProduct(mill)) return own.filter((row) => row.key === 'all' || row.key === 'decline');
  const { output } = mill;
  const classes = new Set<string>(output.kind === 'known' ? output.lines.map((line) => line.class) : []);
  return own.filter((row) => classes.has(row.key));
}

/** The anchors of a row as text, the unit behind the last; the product's name first where there are several. */
export function anchorText(kpi: Kpi, row: AnchorRow, several: boolean, mill: Mill): string {
  const { factor, unit } = kpiObject(kpi.id).figure.shownIn ?? { factor: 1, unit: row.unit };
  const last = withUnit((row.values[4] ?? 0) * factor, unit, mill);
  const values = [...row.values.slice(0, 4).map((value) => computed(value * factor)), last].join(' / ');
  if (!several && row.key !== 'decline') return values;
  return row.key === 'all'
    ? values
    : mill.words.say('anchor-row', { key: mill.words.say(textId('class-', row.key)), values });
}

/** Known indicators that no KPI row shows. */
function otherIndicators(topic: Topic, mill: Mill): string[] {
  return indicatorsBeside(topic.id).flatMap((id) => {
    const indicator = mill.result.indicators[id];
    if (indicator === undefined || indicator.value === null) return [];
    return [`${mill.words.indicator(id)} ${withUnit(indicator.value, indicator.unit, mill)}`];
  });
}
