import { EFFECTIVE } from './answers.mjs';
import { ladderScore, readLadder } from './ladder.mjs';
import { highestLevel, reaches } from './numbers.mjs';

/** Smart manufacturing: score, and a level that needs the base as well. */
export function readIntelligentManufacturing(pack, mill) {
  return readLadder(pack, mill, levelOf, blockersOf);
}

function levelOf(pack, scored, bound) {
  return highestLevel(5, 0, (level) => {
    const base = baseOf(pack, scored, level, bound);
    return reaches(scored.score[bound], pack.levels.thresholds[level - 1]) && base.wide && base.half;
  });
}

/** At least 80 % of the base questions one rung below the level, and half of them at it. */
function baseOf(pack, { answers }, level, bound) {
  const asked = answers.filter(
    ({ question, state }) => state !== 'na' && ['ORG', 'DAT', 'EQP', 'PRD', 'SUB'].includes(question.dimension),
  );
  const below = (rung) => asked.filter((answer) => answer.rung[bound] < rung).map(({ question }) => question.id);
  const atOrAbove = (rung) => asked.length - below(rung).length;
  return {
    wide: 5 * atOrAbove(level - 1) >= 4 * asked.length,
    half: 2 * atOrAbove(level) >= asked.length,
    belowWide: below(level - 1),
    belowHalf: below(level),
  };
}

function blockersOf(pack, scored, level) {
  const blockers = [];
  if (!reaches(scored.score.low, pack.levels.thresholds[level - 1]))
    blockers.push({ level, rule: 'score', questions: [] });
  const base = baseOf(pack, scored, level, 'low');
  if (!base.half) blockers.push({ level, rule: 'base', questions: base.belowHalf });
  else if (!base.wide) blockers.push({ level, rule: 'base', questions: base.belowWide });
  return blockers;
}

/** The indicative level after GB/T 39116 on the low bound. */
export function readGbt39116(pack, mill) {
  const { answers } = ladderScore(pack, mill, EFFECTIVE);
  const a = [1, 2, 3, 4, 5].map((level) => levelScore(pack.gbt39116, answers, mill.type, level));
  if (a.includes(null)) return { level: null, s: null, a: null };
  const failed = a.findIndex((share) => !reaches(share, 0.8));
  const level = failed === -1 ? 5 : failed;
  return { level, s: level + (failed === -1 ? 0 : a[failed]), a };
}

function levelScore({ elements }, answers, type, level) {
  return mean(
    elements.map((element) => ({
      weight: element.weight[type],
      share: mean(
        element.domains.map((domain) => ({
          weight: domain.weight[type],
          share: mean(
            domain.subDomains.map((subDomain) => ({ weight: 1, share: subDomainShare(answers, subDomain, level) })),
          ),
        })),
      ),
    })),
  );
}

function subDomainShare(answers, subDomain, level) {
  return mean(
    answers
      .filter(({ question, state }) => state !== 'na' && question.basis.subDomain === subDomain)
      .map(({ rung }) => ({ weight: 1, share: rung.low >= level ? 1 : rung.low === level - 0.5 ? 0.5 : 0 })),
  );
}

function mean(members) {
  const present = members.filter(({ share }) => share !== null);
  const total = present.reduce((all, { weight }) => all + weight, 0);
  return total === 0 ? null : present.reduce((all, { weight, share }) => all + weight * share, 0) / total;
}
