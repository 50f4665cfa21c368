import { bareLevelName } from '../../scoring/level-name.ts';
import { scoreText } from '../level-text.ts';
import { wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import { remarkBlocks } from '../remark-blocks.ts';
import type { Block, SigningParty } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { problemsOf } from '../problems.ts';
import { shortHash } from '../report-meta.ts';

/** Chapter 9: what it comes to, what the parties agree to, and where they sign. */
export function conclusion(mill: Mill): Block[] {
  const { words, result } = mill;
  const planned = plannedMillOf(mill);
  const remark = remarkBlocks('conclusion', mill);
  const text = words.flow([
    remark.length > 0 ? '' : standingText(mill),
    ...(planned === null ? [] : [planText(planned)]),
  ]);
  return [
    { kind: 'heading', level: 1, text: words.say('body-conclusion') },
    ...remark,
    ...(text === '' ? [] : [{ kind: 'paragraph', text } as const]),
    { kind: 'list', ordered: true, items: pledges(mill, planned) },
    { kind: 'signatures', parties: parties(mill) },
    {
      kind: 'paragraph',
      tone: 'muted',
      text: words.say('seal-caption', { hash: shortHash(result) }),
    },
  ];
}

function standingText(mill: Mill): string {
  const { words, topics, name } = mill;
  const rated = topics.filter(({ result }) => result.score !== null);
  const list = rated.map((topic) =>
    words.say('conclusion-level', {
      topic: topic.name,
      level:
        topic.result.level === null
          ? words.say('no-level')
          : bareLevelName(topic.pack.levels, topic.result.level, words.language),
      score: scoreText(topic),
    }),
  );
  const found = problemsOf(mill);
  return words.say('conclusion-standing', {
    name,
    list: words.list(list),
    problems: found.length,
    failed: found.filter(({ gap }) => gap.kind === 'failed-gate').length,
  });
}

function planText({ mill: { words }, plan, open }: PlannedMill): string {
  if (open.length === 0) return '';
  const { cost, benefit, payback, targets } = plan;
  return words.flow([
    words.say('conclusion-cost', { count: open.length, cost: wan(cost.planned) }),
    benefit === null
      ? words.say('conclusion-unpriced')
      : words.say('conclusion-benefit', {
          benefit: wan(benefit.planned),
          cautious: wan(benefit.cautious),
          years: yearsText(payback?.planned ?? null, words),
          slow: yearsText(payback?.cautious ?? null, words),
        }),
    words.say('conclusion-targets', { reached: targets.filter(({ reached }) => reached).length, all: targets.length }),
  ]);
}

function pledges({ words, name }: Mill, planned: PlannedMill | null): string[] {
  return [
    words.say('commitment-true', { name }),
    ...(planned === null || planned.open.length === 0
      ? []
      : [
          words.say('commitment-plan', { name, count: planned.open.length, planned: wan(planned.plan.cost.planned) }),
          words.say('commitment-estimates', { name }),
        ]),
    words.say('commitment-specialist', { name }),
  ];
}

function parties({ words }: Mill): SigningParty[] {
  const lines = (...ids: ('sign-head' | 'sign-author' | 'sign-date')[]) => ids.map((id) => words.say(id));
  return [
    { name: words.say('seal-enterprise'), lines: lines('sign-head', 'sign-date'), seal: words.say('seal-here') },
    { name: words.say('seal-unit'), lines: lines('sign-head', 'sign-date'), seal: words.say('seal-here') },
    { name: words.say('seal-specialist'), lines: lines('sign-author', 'sign-date'), seal: '' },
  ];
}
