import { reaches } from '../indicators/comparison.ts';
import type { PackId } from '../schema/ids.ts';
import type { Aim, Step } from '../schema/plan.ts';
import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';
import { BENEFIT_YEARS, choiceModel, type ChoiceModel } from './choice-model.ts';
import type { Choosing } from './choosing.ts';
import { constant, scaledBy, sumOfExpressions, times, type Expression, type Row } from './linear-model.ts';
import type { LinearProgram, Solver } from './linear-program.ts';
import { millAfter } from './mill-after.ts';
import { conditionState } from './readiness.ts';

/** What a choice comes to, by the real scoring and the real money. */
export interface ChoiceValue {
  readonly expected: ScoredMill;
  readonly gatesClosed: readonly string[];
  readonly targetsReached: readonly PackId[];
  readonly conditionsHeld: readonly number[];
  readonly gates: number;
  readonly conditions: number;
  readonly pains: number;
  readonly targets: number;
  readonly money: number;
  readonly points: number;
}

/** The best choice for an aim, and how far the best can be from it. */
export interface AimedChoice {
  /** Places of offers, rising. */
  readonly chosen: readonly number[];
  readonly value: ChoiceValue;
  readonly proven: boolean;
  /** (bound − value) / max(1, |value|) in the first step that is not proved; 0 where all are. */
  readonly gap: number;
  readonly gapIn: Step | null;
}

/** Looks at a choice, each once. */
export type Evaluate = (chosen: readonly number[]) => ChoiceValue;

export function evaluator({ planned, offers, topics, gates, conditions, pains }: Choosing): Evaluate {
  const seen = new Map<string, ChoiceValue>();
  return (chosen) => {
    const key = chosen.join(' ');
    const known = seen.get(key);
    if (known !== undefined) return known;
    const members = chosen.flatMap((item) => offers[item] ?? []);
    const after = millAfter(planned, members);
    const expected = scoreMill(after.dossier, after.diagnosis, planned.mill.context);
    const met = new Set(
      Object.values(expected.scores.packs).flatMap((pack) =>
        pack.gates.filter(({ state }) => state === 'met').map(({ id }) => id),
      ),
    );
    const gatesClosed = gates.filter((gate) => met.has(gate));
    const reached = topics.filter(
      ({ pack, target }) => target !== null && (expected.scores.packs[pack.id]?.level ?? -1) >= target,
    );
    const conditionsHeld = conditions.flatMap((condition, i) =>
      conditionState(condition, expected) === 'met' ? [i] : [],
    );
    const benefit = planned.benefits(members).whole?.planned ?? 0;
    const value: ChoiceValue = {
      expected,
      gatesClosed,
      targetsReached: reached.map(({ pack }) => pack.id),
      conditionsHeld,
      gates: gatesClosed.length,
      conditions: conditionsHeld.length,
      pains: pains.filter((pain) => members.some(({ measure }) => measure.pains.includes(pain))).length,
      targets: reached.reduce((sum, { weight }) => sum + weight, 0),
      money: BENEFIT_YEARS * benefit - members.reduce((sum, { cost }) => sum + cost.planned, 0),
      points: topics.reduce((sum, { pack, today, weight, target }) => {
        const gain = (expected.scores.packs[pack.id]?.score?.low ?? 0) - (today.score?.low ?? 0);
        return target === null ? sum : sum + weight * gain;
      }, 0),
    };
    seen.set(key, value);
    return value;
  };
}

/** The three aims solved for the same limits; null where what must be in the plan does not fit. */
export function chooseForAims(
  choosing: Choosing,
  solve: Solver,
): { readonly byAim: Readonly<Record<Aim, AimedChoice>>; readonly evaluate: Evaluate } | null {
  const evaluate = evaluator(choosing);
  const search = new Search(choosing, evaluate, solve, TO_THE_BEST);
  const first = search.begin();
  if (first === null) return null;
  const kept = search.best(first, COMMON);
  const withTargets = search.best(kept, ['targets']);
  const level = search.best(withTargets, ['money']);
  const mostPoints = search.best(withTargets, ['points']);
  const shares = { points: worthOf(mostPoints, 'points'), money: worthOf(level, 'money') };
  return {
    evaluate,
    byAim: {
      level: search.finished(search.best(level, ['points'])),
      money: search.finished(search.best(search.best(kept, ['money']), ['points'])),
      balanced: search.finished(search.bestBalance(withTargets, shares, [mostPoints, level])),
    },
  };
}

/** The most that points and money can be with the steps before them kept, by which a balanced plan measures both. */
export interface MostOf {
  readonly points: number;
  readonly money: number;
}

export function mostOf(choosing: Choosing, solve: Solver): MostOf | null {
  const search = new Search(choosing, evaluator(choosing), solve, NEAR_THE_BEST);
  const first = search.begin();
  if (first === null) return null;
  const withTargets = search.best(search.best(first, COMMON), ['targets']);
  return {
    points: worthOf(search.best(withTargets, ['points']), 'points'),
    money: worthOf(search.best(withTargets, ['money']), 'money'),
  };
}

/** A choice for one aim near the best, looked for from another; none where what must be in the plan does not fit. */
export function chooseNear(
  choosing: Choosing,
  aim: Aim,
  { from, most }: { readonly from: readonly number[]; readonly most: MostOf },
  solve: Solver,
): readonly number[] {
  const search = new Search(choosing, evaluator(choosing), solve, NEAR_THE_BEST);
  const first = search.beginAt(from) ?? search.begin();
  if (first === null) return [];
  const kept = search.best(first, COMMON);
  if (aim === 'money') return search.best(kept, ['money']).chosen;
  const withTargets = search.best(kept, ['targets']);
  return aim === 'level'
    ? search.best(withTargets, ['money']).chosen
    : search.bestBalance(withTargets, most, []).chosen;
}

const COMMON = ['gates', 'conditions', 'pains'] as const;

type Counted = 'gates' | 'conditions' | 'pains' | 'targets' | 'money' | 'points';

/** A state of the search: the best choice so far, and what it keeps of the steps before. */
interface Course {
  readonly chosen: readonly number[];
  readonly value: ChoiceValue;
  readonly floors: readonly {
    readonly of: (value: ChoiceValue) => number;
    readonly least: number;
    readonly row: Row;
  }[];
  readonly gap: number;
  readonly gapIn: Step | null;
}

const worthOf = ({ value }: Course, step: Counted): number => value[step];

/** Work of a search for a step, counted, never timed: rounds of solving and looking, and how near the best each solving goes. */
interface Effort {
  readonly rounds: number;
  readonly within: number;
}
const TO_THE_BEST: Effort = { rounds: 8, within: 0 };
/** For one of a hundred draws, whose number says more than their last digit. */
const NEAR_THE_BEST: Effort = { rounds: 2, within: 0.002 };
/** Below this a step is proved: less than any shown figure, more than the rounding of a solver. */
const PROVED_WITHIN = 1e-6;

class Search {
  readonly #choosing: Choosing;
  readonly #model: ChoiceModel;
  readonly #evaluate: Evaluate;
  readonly #solve: Solver;
  readonly #effort: Effort;
  readonly #looked = new Set<string>();

  constructor(choosing: Choosing, evaluate: Evaluate, solve: Solver, effort: Effort) {
    this.#choosing = choosing;
    this.#model = choiceModel(choosing);
    this.#evaluate = evaluate;
    this.#solve = solve;
    this.#effort = effort;
  }

  /** The choice of what must be in the plan and nothing else; null where that does not fit. */
  begin(): Course | null {
    const { offers, forced } = this.#choosing;
    const place = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
    const chosen = new Set<number>();
    const take = (id: string): void => {
      const item = place.get(id);
      if (item === undefined || chosen.has(item)) return;
      chosen.add(item);
      offers[item]?.requires.forEach(take);
    };
    forced.forEach(take);
    const all = [...chosen].sort((a, b) => a - b);
    if (!this.fits(all)) return null;
    return { chosen: all, value: this.#evaluate(all), floors: [], gap: 0, gapIn: null };
  }

  /** The search at a choice that is known, with the model made exact there; null where it does not fit. */
  beginAt(chosen: readonly number[]): Course | null {
    if (!this.fits(chosen)) return null;
    return { chosen, value: this.#look(chosen), floors: [], gap: 0, gapIn: null };
  }

  /** Whether a choice keeps money, people, prerequisites and exclusions. */
  fits(chosen: readonly number[]): boolean {
    const { offers, limits } = this.#choosing;
    const members = chosen.flatMap((item) => offers[item] ?? []);
    const ids = new Set<string>(members.map(({ measure }) => measure.id));
    const offered = new Set<string>(offers.map(({ measure }) => measure.id));
    return (
      reaches(
        limits.money,
        members.reduce((sum, { cost }) => sum + cost.planned, 0),
      ) &&
      reaches(
        limits.months,
        members.reduce((sum, { measure }) => sum + measure.effort, 0),
      ) &&
      members.every(
        ({ measure, requires }) =>
          requires.every((id) => ids.has(id) || !offered.has(id)) && !measure.excludes.some((id) => ids.has(id)),
      )
    );
  }

  /** The best by some steps one after the other. */
  best(from: Course, steps: readonly Counted[]): Course {
    return steps.reduce((course, step) => {
      const found = this.#most(course, this.#model[step], (value) => value[step], step);
      const least = found.value[step];
      const row = { left: constant(least - slackOf(step, least)), right: this.#model[step] };
      return { ...found, floors: [...course.floors, { of: (value) => value[step], least, row }] };
    }, from);
  }

  /** The best sum of points and money, each as a share of the most that it can be; a part whose most is not above 0 is left out. */
  bestBalance(from: Course, most: MostOf, starts: readonly Course[]): Course {
    const parts = (['points', 'money'] as const).filter((part) => most[part] > 0);
    const objective = sumOfExpressions(parts.map((part) => scaledBy(1 / most[part], this.#model[part])));
    const of = (value: ChoiceValue) => parts.reduce((sum, part) => sum + value[part] / most[part], 0);
    const start = starts.reduce((best, one) => (of(one.value) > of(best.value) ? one : best), from);
    return this.#most({ ...from, chosen: start.chosen, value: start.value }, objective, of, 'balance');
  }

  /** The choice without measures that change nothing of what is compared. */
  finished({ chosen, value, gap, gapIn }: Course): AimedChoice {
    const { offers, forced } = this.#choosing;
    let left = chosen;
    for (const item of [...chosen].reverse()) {
      const offer = offers[item];
      if (offer === undefined || forced.has(offer.measure.id) || offer.cost.planned > 0) continue;
      const without = left.filter((other) => other !== item);
      if (this.fits(without) && isSame(this.#evaluate(without), value)) left = without;
    }
    return { chosen: left, value: this.#evaluate(left), proven: gapIn === null, gap, gapIn };
  }

  /** The most that a choice can come to while it keeps its floors: solve, look at what was found, make the model exact there, again. */
  #most(course: Course, objective: Expression, of: (value: ChoiceValue) => number, step: Step): Course {
    let best = { chosen: course.chosen, value: course.value };
    let bound = this.#model.model.mostOf(objective);
    const rows = course.floors.map(({ row }) => row);
    const slack = (value: number) => PROVED_WITHIN * Math.max(1, Math.abs(value));
    const isProved = () => bound - of(best.value) <= slack(of(best.value));
    for (let round = 0; round < this.#effort.rounds && !isProved(); round += 1) {
      const solution = this.#model.model.maximise(
        objective,
        { more: rows, start: this.#startAt(best.chosen), within: this.#effort.within },
        this.#solve,
      );
      const isBarred = rows.length > course.floors.length;
      // The best so far keeps these rows unless it was barred: a solver that finds less has rounded it away, and bounds nothing.
      if (!isBarred && (solution === null || solution.bound < of(best.value) - slack(of(best.value)))) break;
      bound = Math.min(bound, solution === null ? of(best.value) : solution.bound);
      const valueOf = solution?.valueOf ?? null;
      if (valueOf === null || isProved()) break;
      const chosen = this.#model.chosen.flatMap((variable, item) => (valueOf(variable) > 0.5 ? [item] : []));
      const key = chosen.join(' ');
      const value = this.#look(chosen);
      const keeps = this.fits(chosen) && course.floors.every(({ of: floor, least }) => reaches(floor(value), least));
      if (keeps && of(value) > of(best.value)) best = { chosen, value };
      if (this.#looked.has(`${step} ${key}`) || !this.fits(chosen)) rows.push(this.#anotherThan(chosen));
      this.#looked.add(`${step} ${key}`);
    }
    const value = of(best.value);
    const gap = Number.isFinite(bound) ? Math.max(0, (bound - value) / Math.max(1, Math.abs(value))) : 1;
    return {
      ...course,
      ...best,
      gap: course.gapIn === null ? (isProved() ? 0 : gap) : course.gap,
      gapIn: course.gapIn ?? (isProved() ? null : step),
    };
  }

  #startAt(chosen: readonly number[]): LinearProgram['start'] {
    const here = new Set(chosen);
    return this.#model.chosen.map((variable, item) => [variable, here.has(item) ? 1 : 0] as const);
  }

  #look(chosen: readonly number[]): ChoiceValue {
    const value = this.#evaluate(chosen);
    const { topics, conditions } = this.#choosing;
    this.#model.refine(new Set(chosen), {
      targets: topics
        .filter(({ pack, target }) => target !== null && !value.targetsReached.includes(pack.id))
        .map(({ pack }) => pack.id),
      conditions: [...conditions.keys()].filter((i) => !value.conditionsHeld.includes(i)),
    });
    return value;
  }

  #anotherThan(chosen: readonly number[]): Row {
    const here = new Set(chosen);
    return {
      left: constant(1),
      right: sumOfExpressions(
        this.#model.chosen.map((variable, item) =>
          here.has(item) ? { constant: 1, terms: [[-1, variable] as const] } : times(1, variable),
        ),
      ),
    };
  }
}

/** Counts are whole, money and points are not. */
function slackOf(step: Counted, value: number): number {
  return step === 'money' || step === 'points' ? 1e-9 * Math.max(1, Math.abs(value)) : 0.5;
}

const COMPARED = ['gates', 'conditions', 'pains', 'targets', 'money', 'points'] as const;

function isSame(a: ChoiceValue, b: ChoiceValue): boolean {
  return COMPARED.every((step) => Math.abs(a[step] - b[step]) <= 1e-9);
}
