import { moneyOf } from '../../../planning/plan-money.ts';
import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { phaseEnd, phaseStart } from '../../../planning/timeline.ts';
import { costLines, fewIds, gainsOf, idOf, monthsText, nameOf, neededBy, providerText, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import { textId } from '../../words.ts';
import { PHASES } from './phases.ts';

const MANY_IDS = 6;

/** Every chosen measure, by phase. */
export function measureTable(planned: PlannedMill): Block[] {
  const { mill, plan } = planned;
  const { words } = mill;
  if (plan.planned.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('plan-table-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 9 },
        { title: words.say('column-measure'), width: 26 },
        { title: words.say('column-cost'), width: 21 },
        { title: words.say('column-months'), width: 12, align: 'center' },
        { title: words.say('column-provider'), width: 13 },
        { title: words.say('column-lifts'), width: 27 },
      ],
      rows: PHASES.flatMap((phase): TableRow[] => {
        const entries = plan.planned.filter(({ item }) => item.phase === phase);
        if (entries.length === 0) return [];
        const band = words.say('plan-phase-band', {
          from: phaseStart(phase),
          to: phaseEnd(phase),
          count: entries.length,
          planned: wan(moneyOf(entries).cost.planned),
        });
        return [{ band: true, cells: [band] }, ...entries.map((entry) => ({ cells: cellsOf(entry, planned) }))];
      }),
    },
  ];
}

function cellsOf(entry: PlannedMeasure, planned: PlannedMill) {
  const { words } = planned.mill;
  return [
    idOf(entry),
    { text: nameOf(entry, words), strong: true },
    costLines(entry, words).join('\n'),
    monthsText(entry),
    providerText(entry, words),
    liftsText(entry, planned),
  ];
}

/** Ids of what the measure makes better, else the flows that it saves, else what it is the ground for. */
function liftsText(entry: PlannedMeasure, planned: PlannedMill): string {
  const { words } = planned.mill;
  const ids = gainsOf(entry, planned).map((gain) => gain.id);
  if (ids.length > 0) return fewIds(ids, MANY_IDS, words);
  const flows = entry.measure?.saves.map((saving) => words.say(textId('flow-', saving.flow))) ?? [];
  if (flows.length > 0) return words.say('plan-saves-only', { flows: words.list(flows) });
  const others = neededBy(entry, planned).map((other) => other.item.id);
  return others.length === 0 ? '—' : words.say('plan-ground-for', { ids: fewIds(others, MANY_IDS, words) });
}
