import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { liftsOf } from '../plan-lifts.ts';
import { daysOf, firmText, idOf, nameOf, providerText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';
import { textId } from '../words.ts';

/** Every measure in the order of the plan with its units, money, months, own points and notes; null where there is no plan. */
export function planSheet(mill: Mill): WorkbookSheet | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const months = { width: 10, kind: 'number' } as const;
  const years = { width: 10, kind: 'number', decimals: 1 } as const;
  const money = { width: 12, kind: 'wan', decimals: 1 } as const;
  return {
    name: words.say('sheet-plan'),
    columns: [
      { title: words.say('sheet-rank'), width: 7, kind: 'number' },
      { title: words.say('sheet-id'), width: 9, kind: 'text' },
      { title: words.say('sheet-measure'), width: 34, kind: 'text' },
      { title: words.say('sheet-units'), width: 10, kind: 'number' },
      { title: words.say('sheet-cost-low'), ...money },
      { title: words.say('sheet-cost-planned'), ...money },
      { title: words.say('sheet-cost-high'), ...money },
      { title: words.say('sheet-cost-basis'), width: 24, kind: 'text' },
      { title: words.say('sheet-benefit-low'), ...money },
      { title: words.say('sheet-benefit-planned'), ...money },
      { title: words.say('sheet-benefit-high'), ...money },
      { title: words.say('sheet-benefit-cautious'), ...money },
      { title: words.say('sheet-payback-low'), ...years },
      { title: words.say('sheet-payback-planned'), ...years },
      { title: words.say('sheet-payback-high'), ...years },
      { title: words.say('sheet-payback-cautious'), ...years },
      { title: words.say('sheet-start-month'), ...months },
      { title: words.say('sheet-end-month'), ...months },
      { title: words.say('sheet-start-on'), width: 13, kind: 'date' },
      { title: words.say('sheet-end-on'), width: 13, kind: 'date' },
      { title: words.say('sheet-phase'), width: 7, kind: 'number' },
      ...planned.topics.map(({ today }): WorkbookColumn => ({
        title: words.say('sheet-own-points', { topic: words.pick(today.pack.shortName) }),
        width: 12,
        kind: 'number',
        decimals: 1,
      })),
      { title: words.say('sheet-lifts'), width: 30, kind: 'text' },
      { title: words.say('sheet-needs'), width: 14, kind: 'text' },
      { title: words.say('sheet-firm'), width: 10, kind: 'text' },
      { title: words.say('sheet-owner'), width: 12, kind: 'text' },
      { title: words.say('sheet-item-state'), width: 10, kind: 'text' },
      { title: words.say('sheet-stage'), width: 10, kind: 'text' },
      { title: words.say('sheet-upgrade'), width: 12, kind: 'text' },
      { title: words.say('sheet-provider'), width: 14, kind: 'text' },
      { title: words.say('sheet-service'), width: 14, kind: 'text' },
      { title: words.say('sheet-acceptance'), width: 50, kind: 'text' },
      { title: words.say('sheet-risk'), width: 50, kind: 'text' },
      { title: words.say('sheet-note'), width: 30, kind: 'text' },
    ],
    rows: planned.plan.planned.map((entry, i) => [i + 1, ...rowOf(entry, planned)]),
  };
}

function rowOf(entry: PlannedMeasure, planned: PlannedMill): WorkbookCell[] {
  const { mill, plan, topics } = planned;
  const { words } = mill;
  const { item, measure, offer, cost, benefit, payback, span, phase } = entry;
  const isDone = item.state === 'done';
  const service = measure?.service ?? null;
  const upgrade = measure?.upgrade ?? null;
  const own = offer === null ? {} : plan.ownEffect(item.id);
  const figure = (value: number | null | undefined) => (value == null ? null : rounded(value));
  return [
    idOf(entry),
    nameOf(entry, words),
    offer?.units == null ? null : significant(offer.units.lacking),
    rounded(cost.low),
    rounded(cost.planned),
    rounded(cost.high),
    costBasis(entry, mill),
    figure(benefit?.low),
    benefit === null ? words.say('plan-unpriced') : rounded(benefit.planned),
    figure(benefit?.high),
    figure(benefit?.cautious),
    figure(payback?.low),
    yearsCell(payback?.planned, mill),
    yearsCell(payback?.high, mill),
    yearsCell(payback?.cautious, mill),
    ...(isDone
      ? [null, null, item.startOn ?? null, item.endOn ?? null, null]
      : [span.start + 1, span.end, ...daysOf(entry, plan), phase]),
    ...topics.map(({ today }) => figure(own[today.id])),
    words.list((measure === null ? [] : liftsOf(measure, mill)).map(({ id }) => id)) || null,
    words.list(entry.requires) || null,
    firmText(planned.firm[item.id], words) || null,
    item.owner ?? null,
    words.say(textId('item-', item.state ?? 'planned')),
    measure === null ? null : words.say(textId('stage-', measure.stage)),
    upgrade === null ? null : words.say(textId('upgrade-', upgrade)),
    providerText(entry, words),
    service === null ? null : words.say(textId('service-', service)),
    measure === null ? null : words.pick(measure.acceptance),
    measure === null ? null : words.pick(measure.risk),
    item.note ?? null,
  ];
}

/** 不定 where the divisor is not positive, empty where nothing is priced. */
function yearsCell(years: number | null | undefined, { words }: Mill): WorkbookCell {
  if (years === undefined) return null;
  return years === null ? words.say('payback-open') : rounded(years);
}

function costBasis({ item, measure, offer, cost }: PlannedMeasure, { words }: Mill): WorkbookCell {
  if (item.state === 'done' || (measure !== null && offer === null)) return null;
  if (measure === null && item.own?.costWan === undefined) return words.say('not-given');
  return words.say(textId('cost-', cost.origin));
}
