import { reaches } from '../indicators/comparison.ts';
import type { LadderPack, LevelRule } from '../schema/pack.ts';
import type { PackId } from '../schema/ids.ts';
import { askAll, scored, type AskedQuestion } from './asked-questions.ts';
import { highestLevel } from './levels.ts';
import type { ScoredMill } from './scored-mill.ts';

/**
 * What a rule of a level asks beyond what the mill has, on the low bound: of `total` questions `need` must stand at `rung`,
 * `have` do, so that `more` of `questions` suffice. A `mean` asks that the rungs of all its questions come to `need` on
 * average, and `have` is their mean.
 */
export interface LevelNeed {
  readonly kind: 'base' | 'count' | 'question' | 'mean';
  readonly rung: number;
  readonly total: number;
  readonly have: number;
  readonly need: number;
  readonly more: number;
  /** Ids of those that are not there yet, in pack order; any `more` of them do. */
  readonly questions: readonly string[];
}

/** What the base rule and the level rules of a topic still ask for its next level; none where its method has no such rules. */
export function needsForNextLevel(mill: ScoredMill, id: PackId): readonly LevelNeed[] {
  const pack = mill.packs[id];
  const level = mill.scores.packs[id]?.level ?? null;
  if (pack.method !== 'ladder' || level === null || level + 1 > highestLevel(pack.levels)) return [];
  return levelNeeds(pack, askAll(mill, mill.answer).get(id) ?? [], level + 1);
}

/** How many questions must rise at the least so that every need of one kind is met: those of the base rule meet each other. */
export function leastMore(needs: readonly LevelNeed[]): number {
  return Math.max(0, ...needs.map(({ more }) => more));
}

function levelNeeds(pack: LadderPack, asked: readonly AskedQuestion[], level: number): LevelNeed[] {
  const members = scored(asked);
  const rules = pack.levelRules.filter((rule) => rule.level <= level).map((rule) => ruleNeed(rule, members));
  return [...baseNeeds(pack, members, level), ...rules].filter(({ more }) => more > 0);
}

function baseNeeds({ baseRule }: LadderPack, members: readonly AskedQuestion[], level: number): LevelNeed[] {
  if (baseRule === null) return [];
  const inBase = members.filter(({ question }) => baseRule.dimensions.includes(question.dimension));
  const part = ([share, of]: readonly [number, number], rung: number) =>
    countNeed('base', inBase, rung, Math.ceil((share * inBase.length) / of));
  return [part(baseRule.wide, level - 1), part(baseRule.half, level)];
}

function ruleNeed(rule: LevelRule, members: readonly AskedQuestion[]): LevelNeed {
  switch (rule.kind) {
    case 'count-at-rung': {
      const own = members.filter(({ question }) => question.dimension === rule.dimension);
      return countNeed('count', own, rule.rung, Math.min(rule.count, own.length));
    }
    case 'question-at-rung': {
      const own = members.filter(({ question }) => question.id === rule.question);
      return countNeed('question', own, rule.rung, own.length);
    }
    case 'mean-rung': {
      const own = members.filter(({ question }) => question.dimension === rule.dimension);
      const below = own.filter(({ rung }) => !reaches(rung.low, rule.rung));
      const mean = own.length === 0 ? rule.rung : own.reduce((sum, { rung }) => sum + rung.low, 0) / own.length;
      const isMet = reaches(mean, rule.rung);
      const ids = below.map(({ question }) => question.id as string);
      const need = { kind: 'mean', rung: rule.rung, total: own.length, have: mean, need: rule.rung } as const;
      return { ...need, more: isMet ? 0 : 1, questions: isMet ? [] : ids };
    }
  }
}

function countNeed(
  kind: 'base' | 'count' | 'question',
  members: readonly AskedQuestion[],
  rung: number,
  need: number,
): LevelNeed {
  const below = members.filter((entry) => !reaches(entry.rung.low, rung));
  const have = members.length - below.length;
  const more = Math.max(0, need - have);
  const questions = more === 0 ? [] : below.map(({ question }) => question.id as string);
  return { kind, rung, total: members.length, have, need, more, questions };
}
