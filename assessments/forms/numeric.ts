import type { Form, FormQuestion } from './form.ts';
import { atRung, climbed, edgesReached } from './rungs.ts';

/** A figure in % or a count, whose rung is 1 + the edges that it reaches, 0 for exactly 0. Facts beat the answer. */
export const numeric: Form<'numeric'> = {
  misfit: ({ form: { maximum, whole } }, { value }) => {
    if (value === undefined) return 'wrong-kind';
    return value >= 0 && value <= maximum && (!whole || Number.isInteger(value)) ? null : 'out-of-range';
  },
  standing: ({ form }, value, known) => {
    const figure = known?.value ?? value?.value;
    if (figure === undefined) return null;
    return atRung(figure === 0 ? 0 : 1 + edgesReached(form.edges, figure));
  },
  topRung: ({ form }) => form.points.length,
  countingRung: (_, rung) => rung,
  metFrom: () => null,
  worth: ({ form }, { rung }) => (rung === 0 ? 0 : (form.points[rung - 1] ?? 0)),
  maximum: () => 100,
  lifted: (_, standing, lifts) => climbed(standing, lifts),
  valueAt: (question, { rung }) => ({ value: figureAt(question, rung) }),
  text: ({ form }, { value = 0 }, words) => `${words.figure(value)}${words.unit(form.unit)}`,
  choices: () => [],
  firstDigit: () => null,
  read: (held) => (typeof held === 'number' ? { value: held } : null),
  survey: ({ form: { maximum: max, whole } }) => ({
    type: 'text',
    inputType: 'number',
    min: 0,
    max,
    ...(whole ? { step: 1 } : {}),
  }),
};

/** The smallest figure that stands on a rung; half of the first edge for rung 1, which has none of its own. */
function figureAt({ form: { edges, whole } }: FormQuestion<'numeric'>, rung: number): number {
  if (rung <= 0) return 0;
  const figure = rung === 1 ? edges[0] / 2 : (edges[rung - 2] ?? edges[3]);
  return whole ? Math.ceil(figure) : figure;
}
