import type { Choice, Form, FormQuestion } from './form.ts';
import { readTicks, ticksAfter, ticksAt, ticksMisfit, ticksText } from './ticks.ts';

/** Ticked options with the ids "1".."n", each adding its points up to the maximum; it has no rungs. */
export const multiple: Form<'multiple'> = {
  misfit: (question, value) => ticksMisfit(value, choices(question)),
  standing: (_, value) => (value?.choices === undefined ? null : { rung: 0, ticks: new Set(value.choices) }),
  topRung: () => 0,
  countingRung: (_, rung) => rung,
  metFrom: () => null,
  worth: ({ form }, { ticks }) => {
    const sum = form.points.reduce((points, worth, i) => points + (ticks.has(String(i + 1)) ? worth : 0), 0);
    return Math.min(sum, form.maximum);
  },
  maximum: ({ form }) => form.maximum,
  lifted: (_, standing, lifts) => ({ rung: standing.rung, ticks: ticksAfter(standing, lifts) }),
  valueAt: (_, standing) => ticksAt(standing),
  text: (question, value, words) => ticksText(value, choices(question), words),
  choices,
  firstDigit: () => null,
  read: readTicks,
  survey: () => ({ type: 'checkbox' }),
};

function choices({ options }: FormQuestion<'multiple'>): Choice[] {
  return options.map((text, i) => ({ value: String(i + 1), text }));
}
