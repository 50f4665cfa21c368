import { describe, expect, it } from 'vitest';
import { nameOf, wan } from '#assessments/reporting/plan-text.ts';
import { problemsOf } from '#assessments/reporting/problems.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import {
  contentOf,
  deckWithoutPlan,
  deckWithPlan,
  demoJson,
  EMPTY,
  LANGUAGES,
  PLANNED,
  slideTexts,
} from '#tests/support/decks.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { textOf } from '#tests/support/report-texts.ts';

const cases = PLANNED.flatMap(([id, request]) => LANGUAGES.map((language) => ({ id, language, request })));

describe.each(cases)('the deck of $id in $language', ({ id, language, request }) => {
  const { deck, plan, documents, input } = deckWithPlan(demoJson(id), language, request);
  const words = wordsIn(language);
  const all = deck.slides.flatMap(slideTexts).join('\n');
  const brief = textOf(documents.brief.blocks);

  it('has eight to twelve slides, each with a point of its own and something for the speaker', () => {
    expect(deck.slides.length).toBeGreaterThanOrEqual(8);
    expect(deck.slides.length).toBeLessThanOrEqual(12);
    const titles = deck.slides.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(deck.slides.filter(({ notes }) => notes.length === 0)).toEqual([]);
    expect(contentOf(deck).filter(({ parts }) => parts.length === 0)).toEqual([]);
  });

  it('fills every text', () => {
    expect(all).not.toMatch(/\{\w+\}|undefined|NaN|null/);
    if (language === 'en') expect(deck.slides.map(({ title }) => title).join('')).not.toMatch(/\p{sc=Han}/u);
  });

  it('says the money of the plan as brief and report do', () => {
    if (plan === null) throw new Error('no plan');
    const { cost, benefit } = plan.plan;
    for (const amount of [cost.planned, benefit?.planned ?? 0, benefit?.cautious ?? 0]) {
      expect(all).toContain(wan(amount));
      expect(brief).toContain(wan(amount));
    }
    expect(slideTexts(deck.slides[0] as (typeof deck.slides)[number]).join()).toContain(wan(cost.planned));
  });

  it('begins with the measures that the page of the owner begins with', () => {
    const first = (plan?.plan.planned ?? []).slice(0, 3).map((entry) => nameOf(entry, words));
    expect(first).toHaveLength(3);
    for (const name of first) {
      expect(all).toContain(name);
      expect(brief).toContain(name);
    }
  });

  it('shows the problems of the report in their order', () => {
    const ids = problemsOf(millOf(input)).flatMap(({ gap }) => (gap.kind === 'points' ? [gap.question] : []));
    const shown = ids.slice(0, 6).map((one) => all.search(new RegExp(`[（(]${one}[）)]`)));
    expect(shown).not.toContain(-1);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
  });

  it('adds the rows of the measures up to what stands below them', () => {
    const tables = contentOf(deck).flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'table' ? [part] : [])),
    );
    const table = tables.find(({ rows }) => JSON.stringify(rows.at(-1)).includes(words.say('plan-sum')));
    const costs = (table?.rows ?? []).map(({ cells }) => {
      const cell = cells[1] ?? '';
      return Number((typeof cell === 'string' ? cell : cell.text).replaceAll(/[^\d.−]/g, '').replace('−', '-'));
    });
    const total = costs.at(-1) ?? NaN;
    expect(costs.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 6);
  });
});

describe('a deck where there is no plan', () => {
  it.each(LANGUAGES)('asks for what is missing where the plan is refused, in %s', (language) => {
    const { deck, refused } = deckWithPlan(EMPTY, language, {});
    expect(refused?.outcome.kind).toBe('too-little-known');
    expect(deck.slides.length).toBeGreaterThanOrEqual(3);
    expect(deck.slides.length).toBeLessThanOrEqual(6);
    expect(deck.slides.flatMap(slideTexts).join('\n')).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('says by how much what must be in the plan exceeds its limits', () => {
    const { deck, refused } = deckWithPlan(demoJson('demo-dyeing'), 'zh-CN', { budgetWan: 1, must: ['WA15', 'WA18'] });
    expect(refused?.outcome.kind).toBe('does-not-fit');
    expect(deck.slides.length).toBeGreaterThanOrEqual(3);
    expect(deck.slides.length).toBeLessThanOrEqual(6);
    const over = refused?.outcome.kind === 'does-not-fit' ? refused.outcome.over.costWan : NaN;
    expect(deck.slides.flatMap(slideTexts).join('\n')).toContain(wan(over));
  });

  it.each(LANGUAGES)('has measures to talk about in place of the plan where none was asked for, in %s', (language) => {
    const deck = deckWithoutPlan(demoJson('demo-dyeing'), language);
    expect(deck.slides.length).toBeGreaterThanOrEqual(5);
    expect(deck.slides.length).toBeLessThanOrEqual(12);
    expect(deck.slides.flatMap(slideTexts).join('\n')).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
});

it.each(EVERY_MILL)('%s has a deck of at most twelve slides', (_name, json) => {
  const { deck, refused } = deckWithPlan(json, 'zh-CN', { budgetWan: 100, people: 2 });
  const [least, most] = refused === null ? [8, 12] : [3, 6];
  expect(deck.slides.length).toBeGreaterThanOrEqual(least);
  expect(deck.slides.length).toBeLessThanOrEqual(most);
});
