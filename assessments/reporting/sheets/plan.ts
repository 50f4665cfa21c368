import { isEstimate } from '../../planning/plan-money.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import type { Flow } from '../../schema/measure.ts';
import { rounded, shownShare } from '../../scoring/shown-number.ts';
import { gainsOf, idOf, nameOf, providerText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookSheet } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** Every chosen measure with its money, months, savings and notes; null where there is no plan. */
export function planSheet(mill: Mill): WorkbookSheet | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const months = { width: 10, kind: 'number', decimals: 1 } as const;
  const saving = { width: 10, kind: 'percent', decimals: 1 } as const;
  const money = { width: 12, kind: 'wan', decimals: 1 } as const;
  return {
    name: words.say('sheet-plan'),
    columns: [
      { title: words.say('sheet-phase'), width: 7, kind: 'number' },
      { title: words.say('sheet-id'), width: 9, kind: 'text' },
      { title: words.say('sheet-measure'), width: 34, kind: 'text' },
      { title: words.say('sheet-cost-low'), ...money },
      { title: words.say('sheet-cost-planned'), ...money },
      { title: words.say('sheet-cost-high'), ...money },
      { title: words.say('sheet-cost-basis'), width: 24, kind: 'text' },
      { title: words.say('sheet-start-month'), ...months },
      { title: words.say('sheet-end-month'), ...months },
      { title: words.say('sheet-start-on'), width: 13, kind: 'date' },
      { title: words.say('sheet-end-on'), width: 13, kind: 'date' },
      { title: words.say('sheet-owner'), width: 12, kind: 'text' },
      { title: words.say('sheet-item-state'), width: 10, kind: 'text' },
      { title: words.say('sheet-stage'), width: 10, kind: 'text' },
      { title: words.say('sheet-upgrade'), width: 12, kind: 'text' },
      { title: words.say('sheet-provider'), width: 14, kind: 'text' },
      { title: words.say('sheet-service'), width: 14, kind: 'text' },
      { title: words.say('sheet-lifts'), width: 30, kind: 'text' },
      { title: words.say('sheet-needs'), width: 14, kind: 'text' },
      { title: words.say('sheet-save-water'), ...saving },
      { title: words.say('sheet-save-electricity'), ...saving },
      { title: words.say('sheet-save-heat'), ...saving },
      { title: words.say('sheet-payback-low'), ...months },
      { title: words.say('sheet-payback-high'), ...months },
      { title: words.say('sheet-risk'), width: 50, kind: 'text' },
      { title: words.say('sheet-note'), width: 30, kind: 'text' },
    ],
    rows: planned.plan.planned.map((entry) => rowOf(entry, planned)),
  };
}

function rowOf(entry: PlannedMeasure, planned: PlannedMill): WorkbookCell[] {
  const { words } = planned.mill;
  const { item, measure, cost } = entry;
  const span = planned.spans.get(item.id);
  const service = measure?.service ?? null;
  const upgrade = measure?.upgrade ?? null;
  return [
    item.phase,
    idOf(entry),
    nameOf(entry, words),
    rounded(cost.low),
    rounded(cost.planned),
    rounded(cost.high),
    costBasis(entry, planned),
    ...(span === undefined ? [null, null] : [rounded(span.from), rounded(span.to)]),
    item.startOn ?? null,
    item.endOn ?? null,
    item.owner ?? null,
    words.say(textId('item-', item.state ?? 'planned')),
    measure === null ? null : words.say(textId('stage-', measure.stage)),
    upgrade === null ? null : words.say(textId('upgrade-', upgrade)),
    providerText(entry, words),
    service === null ? null : words.say(textId('service-', service)),
    words.list(gainsOf(entry, planned).map((gain) => gain.id)) || null,
    words.list(entry.requires) || null,
    savingOf(entry, 'water'),
    savingOf(entry, 'electricity'),
    savingOf(entry, 'heat'),
    measure?.payback?.low ?? null,
    measure?.payback?.high ?? null,
    measure === null ? null : words.pick(measure.risk),
    item.note ?? null,
  ];
}

function costBasis(entry: PlannedMeasure, { mill: { words } }: PlannedMill): WorkbookCell {
  if (isEstimate(entry)) return words.say('cost-estimate');
  if (entry.item.costWan !== undefined) return words.say('cost-own');
  return entry.measure === null ? null : words.say('cost-sourced');
}

/** Planned share of the mill's flow; null where the measure saves none of it. */
function savingOf({ measure }: PlannedMeasure, flow: Flow): WorkbookCell {
  const saving = measure?.saves.find((candidate) => candidate.flow === flow);
  return saving === undefined ? null : shownShare(saving.share.planned);
}
