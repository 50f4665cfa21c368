import { formOf } from '../forms/forms.ts';
import type { Scene, SmePack } from '../schema/pack.ts';
import type { Blocker, IndicativeMiit2024, Interval, PackResult } from '../schema/result.ts';
import { countStates, scored, type AskedQuestion } from './asked-questions.ts';
import { exactly, sum } from './interval.ts';
import { highestLevel, scoreReaches, type Bound } from './levels.ts';
import { traceLine } from './trace.ts';

export interface SmeScore {
  readonly result: Omit<PackResult, 'selfScore'>;
  readonly indicative: IndicativeMiit2024;
}

interface Item {
  readonly id: string;
  readonly state: AskedQuestion['state'];
  readonly got: Interval;
  readonly maximum: number;
}

/**
 * The MIIT 2024 index for SMEs: 15 scored items and 16 scenes read off the manufacturing questions.
 * A reference, computed whenever the pack of those is pinned.
 */
export function scoreSmePack(
  pack: SmePack,
  own: readonly AskedQuestion[],
  manufacturing: readonly AskedQuestion[],
): SmeScore {
  const items = own.map(readItem);
  const score = sum(items.map((item) => item.got));
  const sceneLevels = {
    low: levelsOfScenes(pack.scenes, manufacturing, 'low'),
    high: levelsOfScenes(pack.scenes, manufacturing, 'high'),
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

/** What an item got of its maximum, in points of the index. */
function readItem({ question, state, standing }: AskedQuestion): Item {
  const form = formOf(question);
  const maximum = form.maximum(question);
  const got = standing === null ? { low: 0, high: maximum } : exactly(form.worth(question, standing));
  return { id: question.id, state, got, maximum };
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
