/**
 * Where a result of the program and the second reading differ: `{ place, program, reading }` each. Numbers agree within 1e-9
 * of the larger, all else exactly; the messages of warnings are the program's own.
 */
export function differences(result, reading) {
  const { diagnosis, packs, indicators, indicative, warnings } = result;
  return compare('', comparable({ diagnosis, packs, indicators, indicative, warnings }), comparable(reading));
}

/** Warnings and questions in the way have no order of their own; trace lines are held against each other by question. */
function comparable(result) {
  const packs = Object.entries(result.packs).map(([id, { trace, ...pack }]) => [
    id,
    {
      ...pack,
      blockers: pack.blockers.map(sorted),
      order: trace.map(({ question }) => question).join(' '),
      lines: Object.fromEntries(trace.map((line) => [line.question, line])),
    },
  ]);
  return {
    ...result,
    packs: Object.fromEntries(packs),
    indicators: Object.fromEntries(Object.entries(result.indicators).map(([id, found]) => [id, withUnit(found)])),
    warnings: counted(result.warnings),
  };
}

/** The unit of a value; beside an unknown one it says nothing. */
const withUnit = ({ value, unit, score }) => (value === null ? { value, score } : { value, unit, score });

function counted(warnings) {
  const counts = {};
  for (const { code, path } of warnings) counts[`${code} ${path}`] = (counts[`${code} ${path}`] ?? 0) + 1;
  return counts;
}

const sorted = (blocker) => ({ ...blocker, questions: blocker.questions.toSorted() });

function compare(place, program, reading) {
  if (typeof program === 'number' && typeof reading === 'number')
    return agree(program, reading) ? [] : [{ place, program, reading }];
  if (isObject(program) && isObject(reading)) {
    const keys = new Set([...Object.keys(program), ...Object.keys(reading)]);
    return [...keys].flatMap((key) => compare(`${place}/${key}`, program[key], reading[key]));
  }
  return program === reading ? [] : [{ place, program, reading }];
}

const isObject = (value) => typeof value === 'object' && value !== null;
const agree = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
