import type { FormOf } from '../schema/pack.ts';
import type { Form } from './form.ts';
import { atRung, climbed, readRung, rungChoices, rungMisfit } from './rungs.ts';
import texts from './texts.json' with { type: 'json' };

/** Rungs 0 (not started) to 5, halves for what is under way to the next. */
export const ladder: Form<'ladder'> = {
  misfit: ({ form }, value) => rungMisfit(value, form.points.length, 0.5),
  standing: (_, value) => (value?.rung === undefined ? null : atRung(value.rung)),
  topRung: ({ form }) => form.points.length,
  countingRung: ({ form }, rung) => (form.nothingAtRung1 && rung <= 1 ? 0 : rung),
  metFrom: () => null,
  worth: ({ form }, { rung }) => {
    const at = (whole: number) => (whole === 0 ? 0 : (form.points[whole - 1] ?? 0));
    return (at(Math.floor(rung)) + at(Math.ceil(rung))) / 2;
  },
  maximum: () => 100,
  lifted: (_, standing, lifts) => climbed(standing, lifts),
  valueAt: (_, { rung }) => ({ rung }),
  text: ({ options }, { rung = 0 }, words) => {
    if (rung === 0) return words.say('rung-not-started');
    const text = words.pick(options[Math.ceil(rung) - 1]);
    return words.say(Number.isInteger(rung) ? 'rung-text' : 'rung-in-progress', { rung, text });
  },
  choices: ({ form, options }) => rungChoices([texts['not-started'], ...options]).slice(lowestShown(form)),
  firstDigit: ({ form }) => lowestShown(form),
  read: readRung,
  survey: () => ({ type: 'radiogroup' }),
};

/** Where rung 1 says that there is nothing, rung 0 is not offered beside it. */
function lowestShown({ nothingAtRung1 }: FormOf<'ladder'>): 0 | 1 {
  return nothingAtRung1 ? 1 : 0;
}
