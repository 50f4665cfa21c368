import { exceeds } from '../indicators/comparison.ts';
import { factRatio } from '../indicators/sums.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { FormOf, LadderPack, Question, Scene, SmePack } from '../schema/pack.ts';
import type { Blocker, IndicativeMiit2024, Interval, PackResult } from '../schema/result.ts';
import { countStates, scored, type AskedQuestion } from './asked-questions.ts';
import { exactly, sum } from './interval.ts';
import { highestLevel, scoreReaches, type Bound } from './levels.ts';
import type { ReadMill } from './read-mill.ts';
import { traceLine } from './trace.ts';
import type { AnswerView } from './views.ts';

export interface SmeScore {
  readonly result: Omit<PackResult, 'selfScore'>;
  readonly indicative: IndicativeMiit2024;
}

/** Who answers the items: facts first, then answers, those of intelligent manufacturing too. */
interface Respondent {
  readonly manufacturing: LadderPack;
  readonly facts: YearFacts;
  readonly answer: AnswerView;
}

interface Item {
  readonly id: string;
  readonly state: 'answered' | 'unknown';
  readonly got: Interval;
  readonly maximum: number;
}

/**
 * The MIIT 2024 index for SMEs: 15 scored items and 16 scenes read off the intelligent-manufacturing answers.
 * A reference, computed whenever intelligent manufacturing is pinned.
 */
export function scoreSmePack(
  pack: SmePack,
  asked: readonly AskedQuestion[],
  { packs, facts: { now } }: ReadMill,
  answer: AnswerView,
): SmeScore {
  const respondent: Respondent = { manufacturing: packs['intelligent-manufacturing'], facts: now, answer };
  const items = pack.questions.map((question) => readItem(question, respondent));
  const score = sum(items.map((item) => item.got));
  const sceneLevels = {
    low: levelsOfScenes(pack.scenes, asked, 'low'),
    high: levelsOfScenes(pack.scenes, asked, 'high'),
  };
  const levelAt = (bound: Bound) => levelOf(pack, score[bound], sceneLevels[bound]);
  const level = levelAt('low');
  return {
    result: {
      version: pack.version,
      score,
      level,
      levelIfUnknownsGoWell: levelAt('high'),
      counts: countStates(items),
      dimensions: {},
      gates: [],
      blockers: blockersOf(pack, level + 1, score.low, sceneLevels.low),
      trace: items.map((item) => itemLine(item)),
    },
    indicative: {
      level,
      baseScore: score.low,
      scenes: Object.fromEntries(sceneLevels.low.map((s) => [s.scene.id, s.level])),
    },
  };
}

function itemLine(item: Item) {
  const points = { low: (100 * item.got.low) / item.maximum, high: (100 * item.got.high) / item.maximum };
  return { ...traceLine(item.id, points, item.maximum / 100), contribution: item.got };
}

function readItem(question: Question, respondent: Respondent): Item {
  const { form } = question;
  const maximum = form.kind === 'multiple' ? form.maximum : Math.max(...(form.kind === 'single' ? form.points : [0]));
  const got =
    form.kind === 'multiple'
      ? ticked(form, question, respondent)
      : form.kind === 'single'
        ? chosen(form, question, respondent)
        : null;
  const state = got === null ? 'unknown' : 'answered';
  return {
    id: question.id,
    state,
    got: got === null ? { low: 0, high: maximum } : exactly(Math.min(got, maximum)),
    maximum,
  };
}

function ticked(form: FormOf<'multiple'>, question: Question, { answer }: Respondent): number | null {
  const choices = answer(question)?.choices;
  if (choices === undefined) return null;
  const ids = new Set(choices);
  return form.points.reduce((points, worth, i) => points + (ids.has(String(i + 1)) ? worth : 0), 0);
}

/** Facts first, then the item's own value or option, then the effective value of the manufacturing question. */
function chosen(
  form: FormOf<'single'>,
  question: Question,
  { manufacturing, answer, facts }: Respondent,
): number | null {
  const own = answer(question);
  const measured = form.facts === undefined ? null : factRatio(facts, form.facts);
  if (measured === null && own?.rung !== undefined) return form.points[own.rung] ?? null;
  const sibling = manufacturing.questions.find((candidate) => candidate.id === form.fallback);
  const value = measured ?? own?.value ?? (sibling === undefined ? undefined : answer(sibling)?.value);
  if (value === undefined) return null;
  return form.points[(form.bands ?? []).filter((edge) => exceeds(value, edge)).length] ?? null;
}

interface SceneLevel {
  readonly scene: Scene;
  readonly level: number | null;
  readonly questions: readonly string[];
}

function levelsOfScenes(scenes: readonly Scene[], asked: readonly AskedQuestion[], bound: Bound): SceneLevel[] {
  return scenes.map((scene) => {
    const members = scored(asked).filter((entry) => scene.questions.some(({ id }) => id === entry.question.id));
    const fromRung = (entry: AskedQuestion) =>
      scene.questions.find(({ id }) => id === entry.question.id)?.fromRung ?? 0;
    const counting = members.filter((entry) => entry.rung[bound] >= fromRung(entry));
    const best = Math.max(0, ...counting.map((entry) => Math.min(Math.floor(entry.rung[bound]), scene.levels.length)));
    return { scene, level: members.length === 0 ? null : best, questions: members.map((entry) => entry.question.id) };
  });
}

function scenesAt(scenes: readonly SceneLevel[], level: number): { all: number; constrained: number } {
  const reached = scenes.filter((entry) => entry.level !== null && entry.level >= level);
  return { all: reached.length, constrained: reached.filter((entry) => entry.scene.constrained).length };
}

function scenesSuffice(pack: SmePack, scenes: readonly SceneLevel[], level: number): boolean {
  const need = pack.sceneNeeds[level - 1];
  const have = scenesAt(scenes, level);
  return need !== undefined && have.all >= need.all && have.constrained >= need.constrained;
}

function levelOf(pack: SmePack, score: number, scenes: readonly SceneLevel[]): number {
  for (let level = highestLevel(pack.levels); level > 0; level -= 1) {
    if (scoreReaches(pack.levels, level, score) && scenesSuffice(pack, scenes, level)) return level;
  }
  return 0;
}

function blockersOf(pack: SmePack, next: number, low: number, scenes: readonly SceneLevel[]): Blocker[] {
  if (next > highestLevel(pack.levels)) return [];
  const below = scenes
    .filter((entry) => entry.level !== null && entry.level < next)
    .flatMap((entry) => entry.questions);
  return [
    ...(scoreReaches(pack.levels, next, low) ? [] : [{ level: next, rule: 'score' as const, questions: [] }]),
    ...(scenesSuffice(pack, scenes, next)
      ? []
      : [{ level: next, rule: 'base' as const, questions: [...new Set(below)] }]),
  ];
}
