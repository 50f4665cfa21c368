import { intake } from '../indicators/sums.ts';
import { FACT_UNITS } from '../schema/facts.ts';
import { storedPlan, type StoredPlan } from '../schema/plan.ts';
import { mostCharacters, type RemarkPlace } from '../schema/remarks.ts';
import { gapsOf, strengthsOf } from '../scoring/gaps.ts';
import { shownScore } from '../scoring/shown-number.ts';
import { itemTitle } from './answer-text.ts';
import { answerCounts, openCounts, openItems, totalCounts } from './counts.ts';
import { levelText, scoreText } from './level-text.ts';
import type { Mill, Topic } from './report-input.ts';
import { grouped } from './shown-figure.ts';
import { textId } from './words.ts';

const FEW = 3;

/**
 * A sentence from the data of this mill that the specialist may keep or change at a place; empty where the data say nothing
 * there. It needs the dossier and its scores alone, so that it is the same in the window and in every document.
 */
export function suggestedRemark(place: RemarkPlace, mill: Mill): string {
  const text = SUGGESTIONS[place](mill);
  return text.length <= mostCharacters(place) ? text : '';
}

const SUGGESTIONS: Readonly<Record<RemarkPlace, (mill: Mill) => string>> = {
  conclusion: (mill) => mill.words.flow([standing(mill), gates(mill), open(mill)]),
  'highlight-1': (mill) => firstProblem(mill),
  'highlight-2': (mill) => strength(mill),
  'highlight-3': (mill) => open(mill),
  enterprise: changes,
  diagnosis: (mill) => mill.words.flow([mill.words.say('suggest-answers', answerCounts(mill)), open(mill)]),
  standing: moves,
  problems,
  demand: losses,
  solution: (mill) => ofPlan(mill, chosen),
  money: (mill) => ofPlan(mill, offers),
  safeguards: (mill) => ofPlan(mill, owners),
};

/** Ids with what they ask, one after the other. */
function named(ids: readonly string[], mill: Mill): string {
  return semicolons(
    ids.map((id) => mill.words.say('suggest-named', { id, title: itemTitle(id, mill) })),
    mill,
  );
}

function semicolons(texts: readonly string[], { words }: Mill): string {
  return texts.join(words.say('suggest-separator'));
}

function rated({ topics }: Mill): Topic[] {
  return topics.filter(({ result }) => result.score !== null);
}

function standing(mill: Mill): string {
  const { words, name, diagnosis } = mill;
  const list = rated(mill).map((topic) =>
    words.say('suggest-level', {
      topic: topic.name,
      level: levelText(topic, topic.result.level, mill),
      score: scoreText(topic),
    }),
  );
  return list.length === 0
    ? ''
    : words.say('suggest-standing', { name, year: diagnosis.year, list: semicolons(list, mill) });
}

function gates(mill: Mill): string {
  const { topics, words } = mill;
  const all = topics.flatMap(({ result }) => result.gates).filter(({ state }) => state !== 'not-applicable');
  if (all.length === 0) return '';
  const failed = all.filter(({ state }) => state === 'failed').map(({ id }) => id);
  const unclear = all.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  if (failed.length + unclear.length === 0) return words.say('suggest-gates-passed', { count: all.length });
  return words.flow([
    failed.length === 0 ? '' : words.say('suggest-gates-failed', { count: failed.length, list: named(failed, mill) }),
    unclear.length === 0 ? '' : words.say('suggest-gates-open', { count: unclear.length, list: named(unclear, mill) }),
  ]);
}

function open(mill: Mill): string {
  const items = openItems(mill);
  const { applicable } = totalCounts(mill);
  if (applicable === 0) return '';
  return items.length === 0
    ? mill.words.say('suggest-known', { name: mill.name, count: applicable })
    : mill.words.say('suggest-open', openCounts(items));
}

/** Ids of what is known to keep the mill back, in the order of all lists of gaps. */
function problemIds({ result, topics }: Mill): string[] {
  return gapsOf(
    result,
    topics.map(({ id }) => id),
  ).flatMap((gap) =>
    gap.kind === 'failed-gate' || (gap.kind === 'points' && gap.points.low === gap.points.high) ? [gap.question] : [],
  );
}

function firstProblem(mill: Mill): string {
  const [first] = problemIds(mill);
  return first === undefined ? '' : mill.words.say('suggest-first-problem', { title: itemTitle(first, mill) });
}

function strength(mill: Mill): string {
  const found = rated(mill).flatMap(({ id, result }) => strengthsOf(id, result).slice(0, 1));
  const verified = found.find(({ question }) => mill.diagnosis.answers[question]?.verified !== undefined);
  const shown = verified ?? found[0];
  return shown === undefined ? '' : mill.words.say('suggest-strength', { title: itemTitle(shown.question, mill) });
}

/** The first problems, and what was noted on site of the first that was looked at there. */
function problems(mill: Mill): string {
  const { words, diagnosis } = mill;
  const ids = problemIds(mill);
  if (ids.length === 0) return '';
  const note = ids
    .map((id) => diagnosis.answers[id])
    .find((answer) => answer?.verified !== undefined && (answer.note ?? '') !== '')?.note;
  return words.flow([
    words.say('suggest-problems', { list: named(ids.slice(0, FEW), mill) }),
    note === undefined ? '' : words.say('suggest-note', { note }),
  ]);
}

/** Of the topics of which anything was verified, those whose score that has moved: the intervals of self and verified are not the same. */
function moves(mill: Mill): string {
  const { words, diagnosis } = mill;
  const both = rated(mill)
    .filter(({ pack }) => pack.questions.some(({ id }) => diagnosis.answers[id]?.verified !== undefined))
    .map((topic) => ({
      topic: topic.name,
      self: shownScore(topic.result.selfScore),
      score: shownScore(topic.result.score),
    }));
  const moved = both.filter(({ self, score }) => self !== score);
  if (moved.length > 0)
    return words.say('suggest-moves', {
      list: semicolons(
        moved.map((one) => words.say('suggest-moved', one)),
        mill,
      ),
    });
  return both.length === 0 ? '' : words.say('suggest-unmoved', { list: words.list(both.map(({ topic }) => topic)) });
}

/** What a reader asks about first: output, people, electricity, steam, water. */
const CHANGING = ['finance.output-value', 'people.employees', 'energy.electricity', 'energy.steam'] as const;

/** What has changed from the year before to this one. */
function changes(mill: Mill): string {
  const { words, facts, diagnosis, fact } = mill;
  const changed = [
    ...CHANGING.map((id) => ({
      name: words.pick(fact(id)?.label),
      unit: FACT_UNITS[id],
      before: facts.prior[id] ?? null,
      after: facts.now[id] ?? null,
    })),
    { name: words.say('suggest-intake'), unit: 'm3', before: intake(facts.prior), after: intake(facts.now) },
  ].flatMap(({ name, unit, before, after }) => {
    if (before === null || after === null || before <= 0 || before === after) return [];
    const share = (100 * (after - before)) / before;
    return [
      words.say('suggest-change', {
        name,
        unit: words.unit(unit),
        before: grouped(before),
        after: grouped(after),
        change: `${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(1)}`,
      }),
    ];
  });
  if (changed.length === 0) return '';
  return words.say('suggest-changes', {
    prior: diagnosis.year - 1,
    year: diagnosis.year,
    list: semicolons(changed, mill),
  });
}

const LOSSES = ['loss.rework', 'loss.returns', 'loss.late', 'loss.downtime'] as const;

function losses({ words, facts, fact }: Mill): string {
  const given = LOSSES.flatMap((id) => {
    const amount = facts.now[id];
    return amount === undefined || amount === 0 ? [] : [{ id, amount }];
  });
  if (given.length === 0) return '';
  const list = given.map(({ id, amount }) =>
    words.say('suggest-loss', { name: words.pick(fact(id)?.label), amount: grouped(amount) }),
  );
  const sum = given.reduce((total, { amount }) => total + amount, 0);
  return words.say('suggest-losses', { sum: grouped(Number(sum.toFixed(6))), list: words.list(list) });
}

/** What a stored plan of this round says by itself; nothing where there is none. */
function ofPlan(mill: Mill, say: (plan: StoredPlan, mill: Mill) => string): string {
  const plan = storedPlan(mill.dossier.plan);
  return plan === null || plan.diagnosis !== mill.diagnosis.id || openItemsOf(plan).length === 0 ? '' : say(plan, mill);
}

function openItemsOf({ items }: StoredPlan): StoredPlan['items'] {
  return items.filter(({ state }) => state !== 'dropped');
}

function chosen(plan: StoredPlan, { words }: Mill): string {
  const items = openItemsOf(plan);
  const count = (wanted: string) => items.filter(({ state }) => state === wanted).length;
  return words.say('suggest-plan', {
    aim: words.say(textId('aim-', plan.request.aim ?? 'balanced')),
    count: items.length,
    started: count('started'),
    done: count('done'),
  });
}

function offers(plan: StoredPlan, { words }: Mill): string {
  const items = openItemsOf(plan);
  const { budgetWan } = plan.request;
  return words.flow([
    budgetWan === undefined ? '' : words.say('suggest-budget', { budget: grouped(budgetWan) }),
    words.say('suggest-quotes', {
      count: items.length,
      quoted: items.filter(({ quotes = [] }) => quotes.length > 0).length,
    }),
  ]);
}

function owners(plan: StoredPlan, { words }: Mill): string {
  const items = openItemsOf(plan);
  const owned = items.filter(({ owner = '' }) => owner.trim() !== '').length;
  const { people } = plan.request;
  return words.flow([
    people === undefined ? '' : words.say('suggest-people', { people: grouped(people) }),
    words.say('suggest-owners', { count: items.length, owned }),
  ]);
}
