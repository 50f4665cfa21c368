import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library, packList, shippedPacks } from '#assessments/packs/registry.ts';
import { MeasureFile, type Lift, type Measure } from '#assessments/schema/measure.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { SUB_SECTORS, type SubSector } from '#assessments/schema/vocabulary.ts';
import { PROJECT } from '#tests/support/cli.ts';

const FOLDER = join(PROJECT, 'seeds', 'measures');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, file: MeasureFile.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))) }));
const measures = files.flatMap(({ file }) => file.measures);
const byId = new Map(measures.map((measure) => [measure.id as string, measure]));

/** The highest rung, option or state that a question can be lifted to. */
function topOf({ form, options }: Question): number {
  switch (form.kind) {
    case 'ladder':
    case 'numeric':
      return 5;
    case 'option':
    case 'tally':
      return 4;
    case 'gate':
      return 1;
    case 'single':
      return options.length - 1;
    case 'multiple':
      return options.length;
  }
}

function reached(question: Question, lifts: readonly Lift[]): number {
  const { form } = question;
  if (form.kind === 'gate') return lifts.length > 0 ? 1 : 0;
  if (form.kind === 'tally' || form.kind === 'multiple') {
    const ticks = new Set(lifts.flatMap((lift) => lift.choices ?? [])).size;
    return form.kind === 'multiple' ? ticks : form.edges.filter((edge) => ticks >= edge).length;
  }
  return Math.max(0, ...lifts.map((lift) => lift.rung ?? 0));
}

const fitsSector = ({ applies }: Measure, sector: SubSector) => applies.subSectors?.includes(sector) ?? true;

describe('the catalogue of measures', () => {
  it('has at least a hundred, each id once', () => {
    expect(byId.size).toBe(measures.length);
    expect(measures.length).toBeGreaterThanOrEqual(100);
  });

  it('names only questions, KPIs, choices, rungs, sources and measures that exist', () => {
    const kpis = new Set(
      packList(shippedPacks).flatMap((pack) => ('kpis' in pack ? pack.kpis.map((kpi) => kpi.id) : [])),
    );
    const wrong = files.flatMap(({ file }) =>
      file.measures.flatMap((measure) => [
        ...measure.lifts.flatMap((lift) => liftProblem(lift)).map((problem) => `${measure.id} ${problem}`),
        ...measure.reaches.filter((reach) => !kpis.has(reach.kpi)).map((reach) => `${measure.id} ${reach.kpi}`),
        ...[...measure.requires, ...measure.excludes].filter((id) => !byId.has(id)).map((id) => `${measure.id} ${id}`),
        ...[...measure.sources, ...sourcesOf(measure)]
          .filter((key) => file.sources[key] === undefined)
          .map((key) => `${measure.id} source ${key}`),
      ]),
    );
    expect(wrong).toEqual([]);
  });

  it('does something with every measure, and says the origin of every figure', () => {
    const idle = measures.filter(({ lifts, saves, reaches }) => lifts.length + saves.length + reaches.length === 0);
    expect(idle.map((measure) => measure.id)).toEqual([]);
    const unmarked = measures.flatMap(({ id, cost, saves, reaches, payback }) =>
      [cost, ...saves, ...reaches, ...(payback === null ? [] : [payback])]
        .filter(({ source, mark }) => source === null && mark !== 'proposal')
        .map(() => id),
    );
    expect(unmarked).toEqual([]);
    const sourceless = measures.flatMap(({ id, saves }) =>
      saves.filter((saving) => saving.mark === 'proposal').map(() => id),
    );
    expect(sourceless).toEqual([]);
  });

  it('has no circle of prerequisites, and no measure that excludes what it requires', () => {
    const circles = measures.filter((measure) => ancestors(measure.id).has(measure.id));
    expect(circles.map((measure) => measure.id)).toEqual([]);
    const contradictions = measures.filter(({ id, excludes }) => excludes.some((other) => ancestors(id).has(other)));
    expect(contradictions.map((measure) => measure.id)).toEqual([]);
  });

  it('offers a prerequisite wherever its dependent is offered', () => {
    const missing = measures.flatMap((measure) =>
      measure.requires.flatMap((id) => {
        const needed = byId.get(id);
        if (needed === undefined) return [];
        const sectors = SUB_SECTORS.filter((sector) => fitsSector(measure, sector) && !fitsSector(needed, sector));
        return sectors.map((sector) => `${measure.id} needs ${id} in ${sector}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('lifts every gap of every pack to its top in every sub-sector it applies to', () => {
    const open = [...library.newest.questions.values()].flatMap((question) => {
      const sectors = (question.applies.subSectors ?? SUB_SECTORS) as readonly SubSector[];
      return sectors.flatMap((sector) => {
        const lifts = measures
          .filter((measure) => fitsSector(measure, sector) && fitsSite(measure, question))
          .flatMap((measure) => measure.lifts.filter((lift) => lift.question === question.id));
        const top = reached(question, lifts);
        const known = 'facts' in question.form && question.id.startsWith('MIIT');
        return known || top >= topOf(question) ? [] : [`${question.id} ${sector} to ${top} of ${topOf(question)}`];
      });
    });
    expect(open).toEqual([]);
  });

  it('can be begun at every rung: a lift that starts above 0 has a prerequisite or another lift that leads there', () => {
    const stuck = measures.flatMap((measure) =>
      measure.lifts
        .filter((lift) => lift.from > 0)
        .filter((lift) => {
          const leading = [...ancestors(measure.id)].flatMap((id) => byId.get(id)?.lifts ?? []);
          return !leading.some((other) => other.question === lift.question && (other.rung ?? 0) >= lift.from);
        })
        .map((lift) => `${measure.id} ${lift.question} from ${lift.from}`),
    );
    expect(stuck).toEqual([]);
  });

  it('needs every measure: without it a lift costs more or is lost in a sub-sector, or a saving or reach is gone', () => {
    expect(measures.filter((measure) => !isNeeded(measure)).map((measure) => measure.id)).toEqual(
      SAVES_WHAT_IS_NO_FLOW,
    );
  });
});

function fitsSite({ applies }: Measure, question: Question): boolean {
  return applies.site === undefined || question.applies.site === undefined || applies.site === question.applies.site;
}

function liftProblem({ question: id, rung, gate, choices, from }: Lift): string[] {
  const question = library.questionsFor({})(id);
  if (question === undefined) return [`no question ${id}`];
  const { form } = question;
  const isWhole = rung === undefined || Number.isInteger(rung * 2);
  if (rung !== undefined && (!isWhole || rung > topOf(question) || rung <= from)) return [`${id} rung ${rung}`];
  if (rung !== undefined && ['gate', 'tally', 'multiple'].includes(form.kind)) return [`${id} takes no rung`];
  if (gate !== undefined && form.kind !== 'gate') return [`${id} is no gate`];
  const allowed =
    form.kind === 'tally'
      ? form.choices
      : form.kind === 'multiple'
        ? question.options.map((_, i) => String(i + 1))
        : [];
  return (choices ?? []).filter((choice) => !allowed.includes(choice)).map((choice) => `${id} choice ${choice}`);
}

function sourcesOf({ cost, saves, reaches, payback }: Measure): string[] {
  return [cost, ...saves, ...reaches, ...(payback === null ? [] : [payback])].flatMap(({ source }) =>
    source === null ? [] : [source],
  );
}

/** What must be done before a measure, and before that. */
function ancestors(id: string, found = new Set<string>()): Set<string> {
  for (const needed of byId.get(id)?.requires ?? []) {
    if (found.has(needed)) continue;
    found.add(needed);
    ancestors(needed, found);
  }
  return found;
}

/** Pays in caustic soda, which the method counts as no flow, and is the only measure that closes the loop of mercerising lye. */
const SAVES_WHAT_IS_NO_FLOW = ['WA22'];

/** Mills of several sizes, as multiples of the typical one. */
const SIZES = [0.25, 1, 4];

/** Planned cost in 10k yuan with all that must be done before. */
function costWithAncestors({ id }: Measure, size: number): number {
  return [id as string, ...ancestors(id)].reduce((sum, one) => {
    const cost = byId.get(one)?.cost;
    if (cost === undefined) return sum;
    const { fixed, per } = cost;
    return sum + fixed.planned + (per === null ? 0 : ((size * per.typical) / per.units) * per.wan.planned);
  }, 0);
}

function isNeeded(measure: Measure): boolean {
  if (measure.saves.length + measure.reaches.length > 0) return true;
  const sectors = SUB_SECTORS.filter((sector) => fitsSector(measure, sector));
  return measure.lifts.some((lift) =>
    sectors.some((sector) =>
      SIZES.some((size) => !measures.some((other) => servesAsWell(other, measure, lift, sector, size))),
    ),
  );
}

/** Whether another measure gives the lift to the same mills, from as far below, for no more money. */
function servesAsWell(other: Measure, measure: Measure, lift: Lift, sector: SubSector, size: number): boolean {
  if (other.id === measure.id || !fitsSector(other, sector) || !coversMills(other, measure)) return false;
  const lifts = other.lifts.some(
    ({ question, from, rung, gate, choices }) =>
      question === lift.question &&
      from <= lift.from &&
      (rung ?? 0) >= (lift.rung ?? 0) &&
      gate === lift.gate &&
      (lift.choices ?? []).every((choice) => choices?.includes(choice) === true),
  );
  const [own, others] = [costWithAncestors(measure, size), costWithAncestors(other, size)];
  return lifts && (others < own || (others === own && other.id < measure.id));
}

/** Whether a measure suits all sites and processes that another suits. */
function coversMills({ applies }: Measure, { applies: mills }: Measure): boolean {
  if (applies.site !== undefined && applies.site !== mills.site) return false;
  if (applies.processes === undefined) return true;
  return mills.processes?.every((process) => applies.processes?.includes(process) === true) === true;
}
