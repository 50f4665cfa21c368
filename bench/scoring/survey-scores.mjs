import { Model } from 'survey-core';

const TOLERANCE = 1e-9;

/**
 * The score of ladder packs computed by SurveyJS: points of each answer, means of the dimensions and the weighted
 * score of the pack are calculated values of a model that only gets the answers as data.
 */
export function surveyScores(packs) {
  const models = packs.map((pack) => new Model({ calculatedValues: calculatedValues(pack) }));
  return (data) =>
    models.map((model) => {
      model.data = data;
      return { low: model.getVariable('low'), high: model.getVariable('high') };
    });
}

/** A diagnosis as SurveyJS data: a number where a question is answered, `na` where it drops out. */
export function surveyData(dossier, diagnosis, packs) {
  const { subSectors, mainSubSector = subSectors[0], processType } = dossier.enterprise;
  const data = { subSectors, mainSubSector, processType };
  for (const [fact, value] of Object.entries(dossier.facts[diagnosis.year] ?? {})) data[nameOf(fact)] = value;
  for (const { id } of packs.flatMap((pack) => pack.questions)) {
    const answer = diagnosis.answers[id]?.verified ?? diagnosis.answers[id]?.self;
    if (answer !== undefined) data[nameOf(id)] = answer.na === undefined ? (answer.rung ?? answer.value) : 'na';
  }
  return data;
}

/** As few values as stay readable, since each costs SurveyJS a pass over all of them. */
function calculatedValues(pack) {
  const dimensions = pack.dimensions.map(({ id, weight }) => {
    const questions = pack.questions.filter(({ dimension }) => dimension === id);
    return {
      id,
      weight,
      items: questions.map((question) => ({ counts: counts(question), points: pointsName(question) })),
    };
  });
  return [
    value('discrete', `iif({processType} notempty, {processType} = 'discrete', ${mainIsIn(pack.discreteSubSectors)})`),
    ...pack.questions.flatMap(pointsOf),
    ...dimensions.flatMap(({ id, items, weight }) => {
      const mean = (open) =>
        `(${items.map(({ counts, points }) => `${counts} * ${orElse(points, open)}`).join(' + ')}) / {n_${id}}`;
      return [
        value(`n_${id}`, items.map((item) => item.counts).join(' + ')),
        value(`weight_${id}`, `iif({n_${id}} > 0, iif({discrete}, ${weight.discrete}, ${weight.process}), 0)`),
        value(`low_${id}`, `iif({n_${id}} > 0, ${mean(0)}, 0)`),
        value(`high_${id}`, `iif({n_${id}} > 0, ${mean(100)}, 0)`),
      ];
    }),
    value('total', dimensions.map(({ id }) => `{weight_${id}}`).join(' + ')),
    ...['low', 'high'].map((bound) =>
      value(bound, `(${dimensions.map(({ id }) => `{weight_${id}} * {${bound}_${id}}`).join(' + ')}) / {total}`),
    ),
  ];
}

function value(name, expression) {
  return { name, expression };
}

/** Dots and hyphens mean something else in expressions. */
function nameOf(id) {
  return id.replaceAll(/[.-]/g, '_');
}

function mainIsIn(subSectors) {
  return `{mainSubSector} anyof [${quoted(subSectors)}]`;
}

/** 1 where the question is asked and not answered N/A, else 0. */
function counts({ id, applies: { subSectors } }) {
  const asked = subSectors === undefined ? '' : ` and {subSectors} anyof [${quoted(subSectors)}]`;
  return `iif({${nameOf(id)}} <> 'na'${asked}, 1, 0)`;
}

function orElse(name, open) {
  return `iif({${name}} notempty, {${name}}, ${open})`;
}

function quoted(texts) {
  return texts.map((text) => `'${text}'`).join(', ');
}

function pointsName({ id }) {
  return `points_${nameOf(id)}`;
}

/** The points of an answer, empty where it is open; a number first as a value of its own. */
function pointsOf({ id, form }) {
  const name = nameOf(id);
  if (form.kind === 'ladder')
    return [value(pointsName({ id }), `iif({${name}} notempty, ${alongRungs(form.points, `{${name}}`)}, '')`)];
  const number = `{number_${name}}`;
  const points = form.edges.reduceRight(
    (above, edge, i) => `iif(${number} < ${edge - TOLERANCE}, ${form.points[i]}, ${above})`,
    String(form.points.at(-1)),
  );
  return [
    value(`number_${name}`, measured(form.facts, name)),
    value(pointsName({ id }), `iif(${number} notempty, iif(${number} = 0, 0, ${points}), '')`),
  ];
}

function measured(facts, name) {
  if (facts === undefined) return `{${name}}`;
  const [above, below] = [facts.numerator, facts.denominator].map((fact) => `{${nameOf(fact)}}`);
  return `iif(${above} notempty and ${below} > 0, 100 * ${above} / ${below}, {${name}})`;
}

/** Half rungs lie in the middle, so points run straight from rung to rung; straight pieces are joined. */
function alongRungs(points, rung) {
  const at = [0, ...points];
  const pieces = points.map((to, i) => ({ until: i + 1, slope: to - at[i], base: at[i] - (to - at[i]) * i }));
  const joined = pieces.filter((piece, i) => pieces[i + 1]?.slope !== piece.slope || pieces[i + 1].base !== piece.base);
  const term = ({ slope, base }) => `${base} + ${slope} * ${rung}`;
  return joined
    .slice(0, -1)
    .reduceRight((above, piece) => `iif(${rung} <= ${piece.until}, ${term(piece)}, ${above})`, term(joined.at(-1)));
}
