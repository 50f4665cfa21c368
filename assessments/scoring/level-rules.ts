import { reaches } from '../indicators/comparison.ts';
import type { LevelRule } from '../schema/pack.ts';
import { scored, type AskedQuestion } from './asked-questions.ts';
import type { Bound } from './levels.ts';

/** The questions that keep a level rule from holding, at one bound; empty where it holds. N/A passes. */
export function ruleShortfall(rule: LevelRule, asked: readonly AskedQuestion[], bound: Bound): AskedQuestion[] {
  const members = scored(asked);
  const below = (entries: readonly AskedQuestion[]) =>
    entries.filter((entry) => !reaches(entry.rung[bound], rule.rung));
  switch (rule.kind) {
    case 'count-at-rung': {
      const inDimension = members.filter((entry) => entry.question.dimension === rule.dimension);
      const missing = below(inDimension);
      return inDimension.length - missing.length >= Math.min(rule.count, inDimension.length) ? [] : missing;
    }
    case 'question-at-rung':
      return below(members.filter((entry) => entry.question.id === rule.question));
    case 'mean-rung': {
      const inDimension = members.filter((entry) => entry.question.dimension === rule.dimension);
      const mean = inDimension.reduce((sum, entry) => sum + entry.rung[bound], 0) / inDimension.length;
      return inDimension.length === 0 || reaches(mean, rule.rung) ? [] : below(inDimension);
    }
  }
}
