import { standardOutput } from '../../indicators/standard-output.ts';
import { needsVerification } from '../../schema/marks.ts';
import type { AnchorRow, Kpi } from '../../schema/pack.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { itemState } from '../answer-text.ts';
import { isPerProduct, withUnit } from '../kpi-figure.ts';
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
          text: [source?.documentNo ?? words.pick(source?.title), unsure ? words.say('reference-value') : '']
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
  const own = ownAnchors(kpi, mill);
  if (!isPerProduct(kpi.id, mill)) return own.filter((row) => row.key === 'all' || row.key === 'decline');
  const output = standardOutput(mill.pair.now['output.products'], mill.packs['water-efficiency'].standardOutput);
  const classes = new Set<string>(output.kind === 'known' ? output.lines.map((line) => line.class) : []);
  return own.filter((row) => classes.has(row.key));
}

/** GK6 and GK7 are read off the water pack and have its anchors. */
function ownAnchors(kpi: Kpi, mill: Mill): readonly AnchorRow[] {
  const inherited: Readonly<Record<string, readonly string[]>> = { GK6: ['K1', 'K2d'], GK7: ['K3', 'K3w', 'K5'] };
  const ids = inherited[kpi.id];
  if (ids === undefined) return kpi.anchors;
  const used = ids.find((id) => mill.readings.get(id) === mill.readings.get(kpi.id)) ?? '';
  return mill.kpi(used)?.anchors ?? [];
}

/** The anchors of a row as text, the unit behind the last; the product's name first where there are several. */
export function anchorText(kpi: Kpi, row: AnchorRow, several: boolean, mill: Mill): string {
  const factor = kpi.id === 'K8' ? 100 : 1;
  const last = withUnit((row.values[4] ?? 0) * factor, kpi.id === 'K8' ? '%' : row.unit, mill);
  const values = [...row.values.slice(0, 4).map((value) => computed(value * factor)), last].join(' / ');
  if (!several && row.key !== 'decline') return values;
  return row.key === 'all'
    ? values
    : mill.words.say('anchor-row', { key: mill.words.say(textId('class-', row.key)), values });
}

const OTHER_INDICATORS: Readonly<Record<string, readonly string[]>> = {
  'intelligent-manufacturing': [
    'equipment.digital-rate',
    'equipment.networked-rate',
    'process.nc-rate',
    'spinning.workers-per-10k-spindles',
    'dyeing.right-first-time',
  ],
  'cloud-adoption': ['equipment.on-cloud-rate'],
  'water-efficiency': [],
  'green-factory': [
    'energy.total',
    'carbon.total',
    'carbon.unit',
    'land.building-coefficient',
    'land.floor-area-ratio',
  ],
};

/** Known indicators that no KPI row shows. */
function otherIndicators(topic: Topic, mill: Mill): string[] {
  return (OTHER_INDICATORS[topic.id] ?? []).flatMap((id) => {
    const indicator = mill.result.indicators[id];
    if (indicator === undefined || indicator.value === null) return [];
    return [`${mill.words.indicator(id)} ${withUnit(indicator.value, indicator.unit, mill)}`];
  });
}
