import { closersOf } from '../planning/readiness.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { KpiId } from '../schema/ids.ts';
import type { Measure } from '../schema/measure.ts';
import { gapsOf, type Gap } from '../scoring/gaps.ts';
import { formOf } from '../forms/forms.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { liftsOf } from './plan-lifts.ts';
import { plannedMillOf } from './planned-mill.ts';
import type { Mill } from './report-input.ts';

/** All failed gates, then the heaviest known gaps, so many in all. */
const MOST = 10;

/** What keeps the mill back and is known to: gates that fail, answers and figures that cost points. */
export interface Problem {
  readonly gap: Gap;
  /** Measures of the plan that move it. */
  readonly chosen: readonly string[];
  /** Measures on offer that move it where the plan has none. */
  readonly offered: readonly string[];
}

const known = new WeakMap<Mill, readonly Problem[]>();

/** The problems of a mill in their order (gapsOf), found once for all its documents. What is unknown is no problem yet. */
export function problemsOf(mill: Mill): readonly Problem[] {
  const problems = known.get(mill) ?? search(mill);
  known.set(mill, problems);
  return problems;
}

function search(mill: Mill): Problem[] {
  const gaps = gapsOf(
    mill.result,
    mill.topics.map(({ id }) => id),
  ).filter((gap) => gap.kind === 'failed-gate' || (gap.kind === 'points' && gap.points.high === gap.points.low));
  const failed = gaps.filter(({ kind }) => kind === 'failed-gate').length;
  const planned = plannedMillOf(mill);
  const chosen = planned?.open.flatMap(({ measure }) => measure ?? []) ?? [];
  const offers = planned?.plan.offers.map(({ measure }) => measure) ?? [];
  const movers = moversOf([...new Set([...chosen, ...offers])], mill);
  return gaps.slice(0, Math.max(MOST, failed)).map((gap) => {
    const ids = movers(gap.question);
    const own = chosen.filter(({ id }) => ids.has(id)).map(({ id }) => id as string);
    return {
      gap,
      chosen: own,
      offered: own.length > 0 ? [] : offers.filter(({ id }) => ids.has(id)).map(({ id }) => id as string),
    };
  });
}

/** Which of the measures move a question or KPI at this mill. */
function moversOf(measures: readonly Measure[], mill: Mill): (id: string) => ReadonlySet<string> {
  const lifts = measures.map((measure) => ({
    id: measure.id,
    moves: new Set(liftsOf(measure, mill).map(({ id }) => id)),
  }));
  return (id) => {
    const byFlow =
      mill.kpi(id) === undefined
        ? []
        : (bringers(id, measures, mill) ??
          closersOf(
            { text: { 'zh-CN': '', en: '' }, check: { kind: 'kpi', kpi: id, points: 0 }, mark: 'derived' },
            measures,
            mill,
          ) ??
          []);
    return new Set([
      ...lifts.filter(({ moves }) => moves.has(id)).map((one) => one.id),
      ...byFlow.map((one) => one.id as string),
    ]);
  };
}

/** Measures that bring a KPI to a value; null where none can and only flows move it, so that whatever saves of them counts. */
function bringers(id: string, measures: readonly Measure[], mill: Mill): Measure[] | null {
  const object = kpiObject(id as KpiId);
  if (object.kind !== 'facts' || object.brought === null || mill.kpi(id) === undefined) return null;
  return measures.filter(({ effects }) => effects.some((effect) => effect.kind === 'reaches' && effect.kpi === id));
}

/** What a question should come to next, in words: the rung at which a gate is met, else the one above today's, or the least figure that stands on it; empty where neither says it. */
export function wantedText(id: string, mill: Mill): string {
  const question = mill.question(id);
  const now = question === undefined ? null : standingIn(question, mill, mill.answer);
  if (question === undefined || now === null) return '';
  const { kind } = question.form;
  if (kind !== 'ladder' && kind !== 'option' && kind !== 'numeric') return '';
  const form = formOf(question);
  const rung = form.metFrom(question) ?? Math.floor(now.rung) + 1;
  if (rung <= now.rung || rung > form.topRung(question)) return '';
  return form.text(question, form.valueAt(question, { ...now, rung }), mill.words);
}
