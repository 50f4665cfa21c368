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

/** A hundred draws take long: of few mills. */
const FEW = 8;

const NOTHING = { money: 0, months: 0 };

const WORKS = {
  'three aims': ({ product, context, mills }) => ({
    next: inTurn(
      mills.map(({ mill, budgetWan }) => {
        const request = { budgetWan };
        const planned = product.plannedMill(mill, context.catalogue);
        const offers = product.offersFor(planned, request, []);
        return product.choosingOf(planned, offers, request, [], null, NOTHING);
      }),
    ),
    run: (choosing) => product.chooseForAims(choosing, context.solve),
    describe: ({ offers }, { byAim }) => {
      const gaps = Object.values(byAim).map(({ gap }) => gap);
      return { offers: offers.length, proven: gaps.every((gap) => gap === 0), gap: Math.max(...gaps) };
    },
  }),
  /** From a scored mill to its whole plan: offers, three aims, schedule and expected scores. */
  plan: ({ product, context, mills }) => ({
    next: inTurn(mills),
    run: ({ mill, budgetWan }) => product.planOf(mill, { budgetWan }, [], context),
    describe: () => ({}),
  }),
  /** The plan of the money that the mill has, drawn a hundred times. */
  firmness: ({ product, context, mills }) => ({
    next: inTurn(
      mills.flatMap(({ mill, budgetWan }, i) => {
        const outcome = i < FEW ? product.planOf(mill, { budgetWan }, [], context) : null;
        return outcome?.kind === 'plan'
          ? [
              {
                mill,
                plan: { request: { budgetWan }, items: outcome.plan.planned.map(({ item }) => item) },
                random: product.seededRandom('20261130'),
              },
            ]
          : [];
      }),
    ),
    run: ({ mill, plan, random }) => {
      const drawing = product.firmnessOf(mill, plan, context, random);
      while (drawing.next().done !== true);
    },
    describe: () => ({}),
  }),
  /** Of what is on offer every fourth is in the plan; one more is ticked, and cost, benefit and levels are there. */
  'what-if': ({ product, context, mills }) => ({
    next: inTurn(
      mills.flatMap(({ mill }, i) => {
        const planned = product.plannedMill(mill, context.catalogue);
        const ids = product.offersFor(planned, {}, []).map(({ measure }) => measure.id);
        const items = ids.filter((_, k) => k % 4 === 0).map((id) => ({ id }));
        const kept = product.keptView(mill, { request: {}, items, madeOn: '2026-11-24' }, context);
        const more = ids.filter((_, k) => k % 4 !== 0);
        return kept.kind === 'view' ? [{ view: kept.view, id: more[i % more.length] }] : [];
      }),
    ),
    run: ({ view, id }) => view.whatIf(id),
    describe: () => ({}),
  }),
};
