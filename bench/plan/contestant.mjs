import { scoredMills } from './mills.mjs';

/** One core: the choice of a plan, or the expected scores when one measure is ticked or not. One input per run. */
export async function prepare({ work, count }) {
  const { next, run, describe } = WORKS[work](await scoredMills(count));
  const described = [];
  return {
    next,
    run: (input) => {
      const outcome = run(input);
      described.push(describe(input, outcome));
      return outcome;
    },
    finish: () => ({ described }),
  };
}

/** Gives its inputs one after the other and then from the start again. */
function inTurn(inputs) {
  let i = -1;
  return () => inputs[(i += 1) % inputs.length];
}

const WORKS = {
  optimise: ({ product, context: { catalogue }, mills }) => ({
    next: inTurn(
      mills.map(({ mill, budgetWan }) => {
        const request = { budgetWan };
        const offers = product.offersFor(mill, catalogue, request);
        const taken = { money: 0, months: 0 };
        return product.problemOf(offers, { mill, request, kept: [], stay: [], taken });
      }),
    ),
    run: (problem) => product.optimise(problem),
    describe: ({ items }, { objective, bound, proven, nodes }) => ({
      offers: items.length,
      proven,
      nodes,
      gap: objective === 0 ? 0 : (bound - objective) / objective,
    }),
  }),
  /** From a scored mill to its whole plan: offers, problem, choice, ranking, phases and expected scores. */
  plan: ({ product, context, mills }) => ({
    next: inTurn(mills),
    run: ({ mill, budgetWan }) => product.planOf(mill, { budgetWan }, [], context),
    describe: () => ({}),
  }),
  /** Half of what is on offer is ticked; one more is ticked, or one less, and the mill is scored again. */
  'what-if': ({ product, context, mills }) => ({
    next: inTurn(
      mills.map(({ mill }, i) => {
        const measures = product.offersFor(mill, context.catalogue, {}).map(({ measure }) => measure);
        const ticked = measures.filter((_, k) => k % 2 === 0);
        const toggled = measures[i % measures.length];
        const after = ticked.includes(toggled) ? ticked.filter((one) => one !== toggled) : [...ticked, toggled];
        return { mill, measures: after };
      }),
    ),
    run: ({ mill, measures }) => product.expectedAfter(mill, measures),
    describe: () => ({}),
  }),
};
