import type { Choice, Form, FormQuestion, Standing } from './form.ts';
import { edgesReached } from './rungs.ts';
import { readTicks, ticksAfter, ticksAt, ticksMisfit, ticksText } from './ticks.ts';

/** Ticked functions; how many different ones gives the option 0..4. */
export const tally: Form<'tally'> = {
  misfit: (question, value) => ticksMisfit(value, choices(question)),
  standing: (question, value) => (value?.choices === undefined ? null : atTicks(question, new Set(value.choices))),
  topRung: ({ form }) => form.points.length - 1,
  countingRung: (_, rung) => rung,
  metFrom: () => null,
  worth: ({ form }, { rung }) => form.points[rung] ?? 0,
  maximum: () => 100,
  lifted: (question, standing, lifts) => atTicks(question, ticksAfter(standing, lifts)),
  valueAt: (_, standing) => ticksAt(standing),
  text: (question, value, words) => ticksText(value, choices(question), words),
  choices,
  firstDigit: () => null,
  read: readTicks,
  survey: () => ({ type: 'checkbox' }),
};

function choices({ form, options }: FormQuestion<'tally'>): Choice[] {
  return form.choices.flatMap((value, i) => {
    const text = options[i];
    return text === undefined ? [] : [{ value, text }];
  });
}

function atTicks({ form }: FormQuestion<'tally'>, ticks: ReadonlySet<string>): Standing {
  return { rung: edgesReached(form.edges, ticks.size), ticks };
}
