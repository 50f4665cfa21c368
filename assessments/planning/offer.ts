import { BOTTOM, formOf, isHigher } from '../forms/forms.ts';
import type { Measure } from '../schema/measure.ts';
import { PHASE_ENDS, type Phase, type PlanRequest } from '../schema/plan.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import type { Catalogue } from './catalogue.ts';

/** A measure that this mill can take up. */
export interface Offer {
  readonly measure: Measure;
  /** Required measures that are neither in place nor foreign to the mill, so that they come with it. */
  readonly requires: readonly string[];
  /** The earliest phase at whose end it can take effect, with all that it requires. */
  readonly earliest: Phase;
}

/** The measures that suit the mill, are not in place and not ruled out, each with all that it requires on offer too. */
export function offersFor(mill: ScoredMill, catalogue: Catalogue, request: PlanRequest): Offer[] {
  const isInPlace = inPlaceTest(mill, request);
  const ruledOut = new Set(request.mustNot);
  let offered = catalogue.measures.filter(
    (measure) => suits(measure, mill) && !ruledOut.has(measure.id) && !isInPlace(measure),
  );
  const openNeeds = ({ requires }: Measure) => requires.filter((id) => needed(catalogue.byId.get(id), isInPlace));
  for (;;) {
    const ids = new Set<string>(offered.map((measure) => measure.id));
    const left = offered.filter((measure) => openNeeds(measure).every((id) => ids.has(id)));
    if (left.length === offered.length) break;
    offered = left;
  }
  const finish = finishMonths(offered, openNeeds);
  return offered.flatMap((measure) => {
    const earliest = phaseAt(finish.get(measure.id) ?? 0);
    return earliest === null ? [] : [{ measure, requires: openNeeds(measure), earliest }];
  });
}

function needed(measure: Measure | undefined, isInPlace: (measure: Measure) => boolean): boolean {
  return measure !== undefined && !isInPlace(measure);
}

/** Whether a measure is meant for mills like this one. */
export function suits({ applies: rule }: Measure, { dossier, site }: Pick<ScoredMill, 'dossier' | 'site'>): boolean {
  const { enterprise } = dossier;
  if (rule.site !== undefined && (rule.site === 'wet') !== site.wet) return false;
  if (rule.processes !== undefined && !rule.processes.some((process) => enterprise.processes.includes(process)))
    return false;
  return rule.subSectors === undefined || rule.subSectors.some((sector) => enterprise.subSectors.includes(sector));
}

/** In place: the mill says so, or every answer that the measure lifts is there already, and there is one at least. */
function inPlaceTest({ questions, isAsked, facts, answer }: ScoredMill, request: PlanRequest) {
  const said = new Set(request.inPlace);
  const known = new Map<string, boolean>();
  const isReached = (measure: Measure) => {
    const standings = measure.lifts.flatMap((lift) => {
      const question = questions.get(lift.question);
      const value = question === undefined ? undefined : answer(question);
      if (question === undefined || value?.na !== undefined || !isAsked(question)) return [];
      const now = standingIn(question, { questions, facts }, answer) ?? BOTTOM;
      const begun = { ...now, rung: Math.max(now.rung, lift.from) };
      return [!isHigher(formOf(question).lifted(question, begun, [lift]), now)];
    });
    return standings.length > 0 && standings.every(Boolean);
  };
  return (measure: Measure): boolean => {
    const before = known.get(measure.id);
    if (before !== undefined) return before;
    const result = said.has(measure.id) || isReached(measure);
    known.set(measure.id, result);
    return result;
  };
}

/** Months until each measure takes effect when all that it requires is done before it. */
function finishMonths(
  measures: readonly Measure[],
  needs: (measure: Measure) => readonly string[],
): Map<string, number> {
  const byId = new Map(measures.map((measure) => [measure.id as string, measure]));
  const finish = new Map<string, number>();
  const of = (measure: Measure): number => {
    const known = finish.get(measure.id);
    if (known !== undefined) return known;
    const before = needs(measure).flatMap((id) => byId.get(id) ?? []);
    const months = measure.months.range.planned + Math.max(0, ...before.map(of));
    finish.set(measure.id, months);
    return months;
  };
  measures.forEach(of);
  return finish;
}

/** The first phase that ends no earlier than this; null beyond the last. */
function phaseAt(months: number): Phase | null {
  const index = PHASE_ENDS.findIndex((end) => months <= end);
  return index < 0 ? null : ((index + 1) as Phase);
}
