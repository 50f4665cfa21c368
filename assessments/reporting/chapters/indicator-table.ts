import { indicatorsBeside } from '../../indicators/indicators.ts';
import { kpiObject } from '../../kpis/kpis.ts';
import { needsVerification } from '../../schema/marks.ts';
import type { AnchorRow, Kpi } from '../../schema/pack.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { itemState } from '../answer-text.ts';
import { fittingText, withUnit } from '../kpi-figure.ts';
import { starIf } from '../plan-text.ts';
import { sourceText, type Source } from '../source-text.ts';
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
  const isGreen = topic.pack.method === 'green';
  if (rows.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { title: words.say('column-indicator'), width: 24 },
        { title: words.say('column-value'), width: 18, align: 'right' },
        { title: words.say(isGreen ? 'column-simulated' : 'column-points'), width: 12, align: 'right' },
        { title: anchorsTitle(topic, mill), width: 27 },
        { title: words.say('column-basis'), width: 19 },
      ],
      rows,
    });
    if (isGreen)
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
  const isBonus = topic.pack.method === 'water' && topic.pack.bonus.kpi === kpi.id;
  return [
    {
      cells: [
        { text: `${kpi.id} ${words.pick(kpi.name)}${isBonus ? words.say('anchor-bonus') : ''}`, strong: true },
        itemState(kpi.id, mill),
        shownScore(line.points),
        rows.map((row) => anchorText(kpi, row, rows.length > 1, mill)).join('\n') || '—',
        {
          text: anchorSource(kpi, source, mill),
          tone: 'muted',
        },
      ],
    },
  ];
}

/** Whose the shown lines of this mill are: the document where it gives any of them, else ours. */
export function anchorSource(kpi: Kpi, source: Source | undefined, mill: Mill): string {
  const rows = anchorRows(kpi, mill);
  const shown = isSimulated(kpi, mill) ? simulatedPlaces(kpi) : PLACES;
  const isOurs = rows.length > 0 && rows.every(({ marks }) => shown.every((place) => needsVerification(marks[place])));
  return isOurs ? mill.words.say('anchors-ours') : sourceText(source, mill.words);
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

/**
 * The lines of a row on which points are given, each that is ours or unverified with its star; the product's name first
 * where there are several. Of the water pack the five of 100, 85, 70, 40 and 0 points, of the green pack, which counts from
 * one line to another, the two with their points.
 */
export function anchorText(kpi: Kpi, row: AnchorRow, several: boolean, mill: Mill): string {
  const { words } = mill;
  const values = isSimulated(kpi, mill)
    ? simulatedLines(kpi, row, mill)
    : PLACES.map((place) => lineText(kpi, row, place, place === 4, mill)).join(' / ');
  if (row.key === 'all' || (!several && row.key !== 'decline')) return values;
  return words.say('anchor-row', { key: words.say(textId('class-', row.key)), values });
}

/** What stands above the lines of a topic: the points of each where the lines do not say it themselves. */
export function anchorsTitle({ pack }: Pick<Topic, 'pack'>, { words }: Mill): string {
  return words.say(pack.method === 'green' ? 'column-anchors-simulated' : 'column-anchors');
}

const POINTS = [100, 85, 70, 40, 0] as const;
const PLACES = [0, 1, 2, 3, 4] as const;
type Place = (typeof PLACES)[number];

/** The next line above so many points, as what a KPI should come to, of meters all that are required; empty where it has them all. */
export function nextLineText(kpi: Kpi, points: number, mill: Mill): string {
  const object = kpiObject(kpi.id);
  if (points < 100 && object.kind === 'facts' && object.figure.fittings !== undefined) {
    const all = object.brought?.(mill.facts.now, 1, mill.green) ?? mill.facts.now;
    return mill.words.say('line-for-points', { values: fittingText(object.figure.fittings(all), mill), points: 100 });
  }
  const rows = anchorRows(kpi, mill);
  const place = isSimulated(kpi, mill) ? simulatedPlaces(kpi)[0] : POINTS.findLastIndex((line) => line > points);
  if (place < 0 || points >= 100 || rows.length === 0) return '';
  const values = rows.map((row) => {
    const value = lineText(kpi, row, place as Place, true, mill);
    return row.key === 'all'
      ? value
      : mill.words.say('anchor-row', { key: mill.words.say(textId('class-', row.key)), values: value });
  });
  const at = isSimulated(kpi, mill) ? 100 : POINTS[place as Place];
  return mill.words.say('line-for-points', { values: mill.words.list(values), points: at });
}

function isSimulated(kpi: Kpi, { green }: Mill): boolean {
  return green.kpis.some(({ id }) => id === kpi.id);
}

/** The lines of 100 and of 0 simulated points: the anchors of 85 and 40 points, but where what is ticked is counted. */
function simulatedPlaces(kpi: Kpi): readonly [full: Place, none: Place] {
  return kpiObject(kpi.id).kind === 'answer' ? [0, 4] : [1, 3];
}

function simulatedLines(kpi: Kpi, row: AnchorRow, mill: Mill): string {
  const [full, none] = simulatedPlaces(kpi);
  return mill.words.say('anchor-simulated', {
    lead: lineText(kpi, row, full, true, mill),
    base: lineText(kpi, row, none, true, mill),
  });
}

function lineText(kpi: Kpi, row: AnchorRow, place: Place, hasUnit: boolean, mill: Mill): string {
  const { factor, unit } = kpiObject(kpi.id).figure.shownIn ?? { factor: 1, unit: row.unit };
  const value = row.values[place] * factor;
  const star = starIf(needsVerification(row.marks[place]), mill.words);
  return `${hasUnit ? withUnit(value, unit, mill) : computed(value)}${star}`;
}

/** Known indicators that no KPI row shows. */
function otherIndicators(topic: Topic, mill: Mill): string[] {
  return indicatorsBeside(topic.id).flatMap((id) => {
    const indicator = mill.result.indicators[id];
    if (indicator === undefined || indicator.value === null) return [];
    return [`${mill.words.indicator(id)} ${withUnit(indicator.value, indicator.unit, mill)}`];
  });
}
