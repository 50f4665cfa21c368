import type { Form } from './form.ts';
import { atRung, climbed, readRung, rungChoices, rungMisfit } from './rungs.ts';

/** A management option 0..4; with `metFrom` it is a must-have and scores nothing. */
export const option: Form<'option'> = {
  misfit: ({ form }, value) => rungMisfit(value, form.points.length - 1, 1),
  standing: (_, value) => (value?.rung === undefined ? null : atRung(value.rung)),
  topRung: ({ form }) => form.points.length - 1,
  countingRung: (_, rung) => rung,
  metFrom: ({ form }) => form.metFrom ?? null,
  worth: ({ form }, { rung }) => form.points[rung] ?? 0,
  maximum: () => 100,
  lifted: (_, standing, lifts) => climbed(standing, lifts),
  valueAt: (_, { rung }) => ({ rung }),
  text: ({ options }, { rung = 0 }, words) => words.say('option-text', { rung, text: words.pick(options[rung]) }),
  choices: ({ options }) => rungChoices(options),
  firstDigit: () => 0,
  read: readRung,
  survey: () => ({ type: 'radiogroup' }),
};
