import { exceeds } from '../indicators/comparison.ts';
import type { Form, FormQuestion } from './form.ts';
import { atRung, climbed, readRung, rungChoices, rungMisfit } from './rungs.ts';

/**
 * One of the options, counted from 0. Where it has bands a percentage answers it too: the facts first, then the own
 * answer, then that of the question it falls back on.
 */
export const single: Form<'single'> = {
  misfit: ({ form }, value) => {
    if (value.value === undefined || form.bands === undefined) return rungMisfit(value, form.points.length - 1, 1);
    return value.value >= 0 && value.value <= 100 ? null : 'out-of-range';
  },
  standing: (question, value, known) => {
    const isMeasured = known !== null && known.question === null;
    if (!isMeasured && value?.rung !== undefined) return atRung(value.rung);
    const share = isMeasured ? known.value : (value?.value ?? known?.value);
    return share === undefined ? null : atRung(bandOf(question, share));
  },
  topRung: ({ form }) => form.points.length - 1,
  countingRung: (_, rung) => rung,
  metFrom: () => null,
  worth: ({ form }, { rung }) => form.points[rung] ?? 0,
  maximum: ({ form }) => Math.max(...form.points),
  lifted: (_, standing, lifts) => climbed(standing, lifts),
  valueAt: (_, { rung }) => ({ rung }),
  text: ({ options }, { value, rung = 0 }, words) =>
    value === undefined
      ? words.say('option-text', { rung, text: words.pick(options[rung]) })
      : `${words.figure(value)}${words.unit('%')}`,
  choices: ({ options }) => rungChoices(options),
  firstDigit: () => 0,
  read: readRung,
  survey: () => ({ type: 'radiogroup' }),
};

/** Bands include their upper edge. */
function bandOf({ form: { bands = [] } }: FormQuestion<'single'>, share: number): number {
  return bands.filter((edge) => exceeds(share, edge)).length;
}
