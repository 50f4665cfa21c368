import { formOf } from '../forms/forms.ts';
import type { LadderPack, LevelRule, Pack, Question } from '../schema/pack.ts';
import type { PackResult } from '../schema/result.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import type { KpiPart } from './kpi-parts.ts';
import { constant, type Expression, type LinearModel, scaledBy, sumOfExpressions } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import type { QuestionPart } from './question-parts.ts';

/** What questions and KPIs come to in the model. */
export interface MovedParts {
  readonly questions: ReadonlyMap<string, QuestionPart>;
  readonly kpis: readonly KpiPart[];
}

/** The points that a topic's score gains: over the lines of its trace, weight times gain. */
export function scoreGain(pack: Pack, { trace }: PackResult, { questions, kpis }: MovedParts): Expression {
  const bonus = pack.method === 'water' ? pack.bonus : null;
  return sumOfExpressions(
    trace.map(({ question, weight }) => {
      const own = questions.get(question)?.gain ?? kpis.find(({ id }) => id === question)?.gain ?? constant(0);
      return scaledBy(question === bonus?.kpi ? bonus.points / 100 : weight, own);
    }),
  );
}

/** 1 only where the model lets a topic reach a level: score, base rule, level rules, and gates above their cap. */
export function levelReached(
  model: LinearModel,
  { pack, today, gain }: { readonly pack: Pack; readonly today: PackResult; readonly gain: Expression },
  level: number,
  mill: ScoredMill,
  parts: MovedParts,
): Variable {
  const reached = model.variable(1, true);
  const threshold = pack.levels.thresholds[level - 1] ?? Infinity;
  const needs = (need: number, what: Expression) =>
    model.keepWhere(reached, Number.isFinite(need) ? need : 1e6, sumOfExpressions([constant(SLACK), what]));
  if (level > pack.levels.lowest || pack.method === 'ladder')
    needs(threshold, sumOfExpressions([constant(today.score?.low ?? 0), gain]));
  if (pack.method === 'ladder') ladderRules(pack, level);
  if ('gateCap' in pack && level > pack.gateCap)
    for (const { id, state } of today.gates) {
      if (state === 'met' || state === 'not-applicable') continue;
      needs(1, state === 'unknown' ? constant(0) : gateClosed(id, mill, parts));
    }
  return reached;

  function ladderRules({ baseRule, levelRules }: LadderPack, at: number): void {
    const asked = pack.questions.filter(
      (question) => mill.isAsked(question) && mill.answer(question)?.na === undefined,
    );
    if (baseRule !== null) {
      const members = asked.filter(({ dimension }) => baseRule.dimensions.includes(dimension));
      const share = ([part, of]: readonly [number, number], rung: number) =>
        needs(part * members.length, scaledBy(of, countAt(members, rung)));
      share(baseRule.half, at);
      share(baseRule.wide, at - 1);
    }
    for (const rule of levelRules) if (rule.level <= at) levelRule(rule, asked);
  }

  function levelRule(rule: LevelRule, asked: readonly Question[]): void {
    if (rule.kind === 'question-at-rung') {
      const question = asked.find(({ id }) => id === rule.question);
      if (question !== undefined) needs(1, countAt([question], rule.rung));
      return;
    }
    const members = asked.filter(({ dimension }) => dimension === rule.dimension);
    if (rule.kind === 'count-at-rung') {
      needs(Math.min(rule.count, members.length), countAt(members, rule.rung));
      return;
    }
    const rungs = members.flatMap(({ id }) => parts.questions.get(id)?.rung ?? []);
    if (members.length > 0) needs(rule.rung * members.length, sumOfExpressions(rungs));
  }

  function countAt(members: readonly Question[], rung: number): Expression {
    return sumOfExpressions(
      members.map(({ id }) => parts.questions.get(id)?.reaches(rung) ?? constant(rung <= 0 ? 1 : 0)),
    );
  }
}

/** Thresholds hold within 1e-9; a solver keeps rows within less than this. */
const SLACK = 1e-6;

/** 1 where a measure closes a failed gate. */
export function gateClosed(id: string, mill: ScoredMill, { questions }: MovedParts): Expression {
  const question = mill.questions.get(id);
  if (question === undefined) return constant(0);
  return questions.get(id)?.reaches(formOf(question).metFrom(question) ?? Infinity) ?? constant(0);
}
