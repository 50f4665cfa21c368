import { UNKNOWN_POINTS, exactly, exceeds, reaches, sum } from './numbers.mjs';

/** How an answer is read: what was verified before what the mill said, or what the mill said alone. */
export const EFFECTIVE = (answer) => answer?.verified ?? answer?.self;
export const SELF = (answer) => answer?.self;

/** The questions of a pack that its rule shows to this mill. */
export function questionsShown(pack, mill) {
  const { subSectors, processes } = mill.dossier.enterprise;
  return pack.questions.filter(({ applies }) => {
    if (applies.subSectors !== undefined && !applies.subSectors.some((id) => subSectors.includes(id))) return false;
    if (applies.processes !== undefined && !applies.processes.some((id) => processes.includes(id))) return false;
    return applies.site === undefined || applies.site === (mill.wet ? 'wet' : 'dry');
  });
}

/**
 * What a question says at this mill: `{ state: 'na' | 'unknown' | 'answered', points, rung }`, points as an interval and the
 * rung (option, count of choices) as `{ low, high }` for those forms that have one.
 */
export function readAnswer(question, mill, voice) {
  const value = voice(mill.diagnosis.answers[question.id]);
  if (value?.na !== undefined) return { question, state: 'na', points: null };
  const read = FORMS[question.form.kind](question, value, mill, voice);
  if (read === null)
    return { question, state: 'unknown', points: UNKNOWN_POINTS, rung: TOP[question.form.kind] ?? null };
  return { question, state: 'answered', ...read };
}

const TOP = {
  ladder: { low: 0, high: 5 },
  numeric: { low: 0, high: 5 },
  option: { low: 0, high: 4 },
};

const FORMS = {
  ladder: ({ form }, value) => (value?.rung === undefined ? null : onLadder(form, value.rung)),
  numeric: ({ form }, value, mill) => {
    const number = fromFacts(form.facts, mill) ?? value?.value;
    return number === undefined ? null : onLadder(form, rungOfNumber(number, form.edges));
  },
  option: ({ form }, value) =>
    value?.rung === undefined ? null : { rung: exactly(value.rung), points: exactly(form.points[value.rung]) },
  gate: (question, value) => (value?.gate === undefined ? null : { gate: value.gate, points: null }),
  tally: ({ form }, value) => {
    if (value?.choices === undefined) return null;
    const count = new Set(value.choices).size;
    const option = form.edges.filter((edge) => count >= edge).length;
    return { count, points: exactly(form.points[option]) };
  },
  multiple: ({ form, weight }, value) => {
    if (value?.choices === undefined) return null;
    const got = sum([...new Set(value.choices)].map((id) => form.points[Number(id) - 1]));
    return { points: exactly((100 * got) / weight) };
  },
  single: ({ form, weight }, value, mill, voice) => {
    const option = optionOfSingle(form, value, mill, voice);
    return option === undefined ? null : { points: exactly((100 * form.points[option]) / weight) };
  },
};

/** The ratio in % that the facts give for a question; undefined where one is missing or the denominator is 0. */
export function fromFacts(facts, mill) {
  if (facts === undefined) return undefined;
  const [above, below] = [mill.now[facts.numerator], mill.now[facts.denominator]];
  return above === undefined || below === undefined || !(below > 0) ? undefined : (100 * above) / below;
}

function rungOfNumber(number, edges) {
  return number === 0 ? 0 : 1 + edges.filter((edge) => reaches(number, edge)).length;
}

/** Points of whole and half rungs; where rung 1 is nothing, it counts as rung 0 for all that asks for the rung. */
function onLadder({ points, nothingAtRung1 = false }, rung) {
  const at = (whole) => (whole === 0 ? 0 : points[whole - 1]);
  const between = (at(Math.floor(rung)) + at(Math.ceil(rung))) / 2;
  return { points: exactly(between), rung: exactly(nothingAtRung1 && rung <= 1 ? 0 : rung) };
}

/** The facts, then the item's own number or option, then the number of the question behind it. */
function optionOfSingle({ bands, facts, fallback }, value, mill, voice) {
  const bandOf = (number) => bands.filter((edge) => exceeds(number, edge)).length;
  const ratio = fromFacts(facts, mill);
  if (ratio !== undefined) return bandOf(ratio);
  if (value?.value !== undefined) return bandOf(value.value);
  if (value?.rung !== undefined) return value.rung;
  const behind = fallback === undefined ? undefined : voice(mill.diagnosis.answers[fallback])?.value;
  return behind === undefined ? undefined : bandOf(behind);
}

/** Questions shown, answered, not applicable, and unknown or unanswered. */
export function countsOf(answers) {
  const count = (state) => answers.filter((answer) => answer.state === state).length;
  return {
    applicable: answers.length,
    answered: count('answered'),
    notApplicable: count('na'),
    unknown: count('unknown'),
  };
}
