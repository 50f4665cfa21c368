import loadHighs from 'highs';
import type { ArbitraryProblem } from './arbitrary-problems.ts';

/** What HiGHS finds for a problem: gates and points of its choice. */
export interface HighsChoice {
  readonly chosen: readonly number[];
  readonly gates: number;
  /** Points as HiGHS counts them. */
  readonly objective: number;
}

const QUIET = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 } as const;

/** A solver for arbitrary problems: most gates first, then most points with as many gates. */
export async function highsSolver(): Promise<(problem: ArbitraryProblem) => HighsChoice> {
  const highs = await loadHighs();
  return (arbitrary) => {
    const solve = (objective: readonly Term[], rules: readonly string[]) => {
      const solution = highs.solve(linearProgram(arbitrary, objective, rules), QUIET);
      if (solution.Status !== 'Optimal') throw new Error(`HiGHS ends with ${solution.Status}`);
      return solution;
    };
    const gateTerms = gatesOf(arbitrary).map((gate): Term => [1, `g${gate}`]);
    const gates = gateTerms.length === 0 ? 0 : Math.round(solve(gateTerms, []).ObjectiveValue);
    const atLeast = gates === 0 ? [] : [`${expression(gateTerms)} >= ${gates}`];
    const solution = solve(pointTerms(arbitrary), atLeast);
    const isChosen = (i: number) => (solution.Columns[`x${i}`]?.Primal ?? 0) > 0.5;
    return {
      chosen: [...arbitrary.problem.items.keys()].filter(isChosen),
      gates,
      objective: solution.ObjectiveValue + arbitrary.saving.points,
    };
  };
}

type Term = readonly [factor: number, variable: string];

const expression = (terms: readonly Term[]): string =>
  terms.map(([factor, variable]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`).join(' ');

function gatesOf({ problem }: ArbitraryProblem): number[] {
  return [...new Set(problem.items.flatMap((item) => item.gates))];
}

/** Points less the constant points of the saving, which stand as minus what is still needed. */
function pointTerms({ problem, saving }: ArbitraryProblem): Term[] {
  const lists = problem.best.flatMap(({ gains }, list) =>
    gains.map(({ item, gain }): Term => [gain, `u${list}_${item}`]),
  );
  return [...lists, [-saving.points, `y${savers(saving.shares).length}`]];
}

function savers(shares: readonly number[]) {
  return shares.flatMap((share, item) => (share > 0 ? [{ item, share }] : []));
}

/**
 * x: chosen. u: the gain of a list that counts. g: a gate met. y: what is still needed after each saver; it falls by
 * share times z, where z is y if the saver is chosen and else 0, which is linear because x is 0 or 1 (McCormick).
 */
function linearProgram(arbitrary: ArbitraryProblem, objective: readonly Term[], rules: readonly string[]): string {
  const { problem, saving } = arbitrary;
  const { items } = problem;
  const sumOf = (of: (item: (typeof items)[number]) => number) =>
    expression(items.map((item, i): Term => [of(item), `x${i}`]));
  const all = [
    ...(Number.isFinite(problem.budget) ? [`${sumOf((item) => item.cost)} <= ${problem.budget}`] : []),
    ...(Number.isFinite(problem.capacity) ? [`${sumOf((item) => item.effort)} <= ${problem.capacity}`] : []),
    ...items.flatMap(({ requires, excludes }, i) => [
      ...requires.map((needed) => `x${i} - x${needed} <= 0`),
      ...excludes.map((other) => `x${i} + x${other} <= 1`),
    ]),
    ...problem.best.flatMap(({ gains }, list) => [
      ...gains.map(({ item }) => `u${list}_${item} - x${item} <= 0`),
      `${gains.map(({ item }) => `u${list}_${item}`).join(' + ')} <= 1`,
    ]),
    ...gatesOf(arbitrary).flatMap((gate) => {
      const meeting = items.flatMap((item, i): Term[] => (item.gates.includes(gate) ? [[-1, `x${i}`]] : []));
      return [`g${gate} ${expression(meeting)} <= 0`, `g${gate} <= 1`];
    }),
    'y0 = 1',
    ...savingRules(saving.shares),
    ...rules,
  ];
  return [
    'Maximize',
    ` ${expression(objective)}`,
    'Subject To',
    ...all.map((rule) => ` ${rule}`),
    'Binary',
    ` ${items.map((_, i) => `x${i}`).join(' ')}`,
    'End',
  ].join('\n');
}

function savingRules(shares: readonly number[]): string[] {
  let least = 1;
  return savers(shares).flatMap(({ item, share }, m) => {
    const rules = [
      `y${m + 1} - y${m} + ${share} z${m} = 0`,
      `z${m} - x${item} <= 0`,
      `z${m} - ${least} x${item} >= 0`,
      `z${m} - y${m} - ${least} x${item} <= ${-least}`,
      `z${m} - y${m} - x${item} >= -1`,
    ];
    least *= 1 - share;
    return rules;
  });
}
