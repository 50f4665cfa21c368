import { describe, expect, it } from 'vitest';
import { summary } from '#assessments/reporting/chapters/summary.ts';
import { packByMethod } from '#assessments/packs/pack-by-method.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { nextLevelText } from '#assessments/reporting/level-text.ts';
import { lostText } from '#assessments/reporting/lost-text.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { missingPoints } from '#assessments/scoring/gaps.ts';
import { levelName } from '#assessments/scoring/level-name.ts';
import { highestLevel } from '#assessments/scoring/levels.ts';
import { shownDistance, shownFigure, shownScore } from '#assessments/scoring/shown-number.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { reported } from '#tests/support/demo-mills.ts';
import { textOf } from '#tests/support/report-texts.ts';

describe.each(EVERY_MILL)('what is claimed of %s', (_name, json) => {
  const { input, workbook } = reported(json);
  const mill = millOf(input);
  const rated = mill.topics.filter(({ result }) => result.score !== null);

  it('as highest or lowest holds for every completion of what is unknown', () => {
    const text = textOf(summary(mill));
    const above = (one: (typeof rated)[number], other: (typeof rated)[number]) =>
      (one.result.score?.low ?? 0) > (other.result.score?.high ?? 0);
    const named = (pattern: RegExp) => rated.filter(({ name }) => pattern.exec(text)?.[1]?.startsWith(name) === true);
    for (const topic of named(/得分最高的是([^（]*)/))
      expect(rated.every((other) => other === topic || above(topic, other))).toBe(true);
    for (const topic of named(/最低的是([^（]*)/))
      expect(rated.every((other) => other === topic || above(other, topic))).toBe(true);
    expect(text).not.toMatch(/最大差距/);
  });

  it('as its SME level is said with the best that the unknowns leave open, wherever it stands', () => {
    const sme = packByMethod(mill.packs, 'sme');
    const scored = mill.result.packs[sme.id];
    const best = scored?.levelIfUnknownsGoWell ?? null;
    if (scored === undefined || best === scored.level) return;
    const open = `最好${best === null ? '' : levelName(sme.levels, best, 'zh-CN')}`;
    expect(textOf(summary(mill))).toContain(open);
    expect(textOf(documentsOf(mill).report.blocks)).toContain(open);
  });

  it('of its own answers and of the verified ones is an interval alike', () => {
    const levels = workbook.sheets.find(({ name }) => name === '得分和等级');
    for (const [i, { result }] of mill.topics.entries()) {
      const [low, high, ownLow, ownHigh] = (levels?.rows[i] ?? []).slice(1, 5) as number[];
      const shown = (a?: number, b?: number) => (a === b ? a?.toFixed(1) : `${a?.toFixed(1)}–${b?.toFixed(1)}`);
      if (result.score === null) continue;
      expect(shown(low, high)).toBe(shownScore(result.score));
      expect(shown(ownLow, ownHigh)).toBe(shownScore(result.selfScore));
    }
  });

  it('to be lacking for the next level is what every completion lacks', () => {
    for (const topic of rated) {
      const { score, level } = topic.result;
      if (score === null || level === null || level >= highestLevel(topic.pack.levels)) continue;
      const need = topic.pack.levels.thresholds[level] ?? 0;
      const text = nextLevelText(topic, mill);
      expect(text).not.toMatch(/\d+道未达到/);
      if (score.low >= need) expect(text).toContain(`${shownScore(score)}分已够`);
      else if (score.high >= need) expect(text).toContain('待核实的查清后才知道够不够');
      else {
        const [least, most] = [shownDistance(need - score.high), shownDistance(need - score.low)];
        expect(text).toContain(`还差${least === most ? most : `${least}–${most}`}分`);
      }
    }
  });

  it('to cost points costs them for sure, or says the bounds', () => {
    for (const topic of rated)
      for (const gap of missingPoints(topic.id, topic.result)) {
        const text = lostText(gap, mill.words);
        if (gap.points.low === gap.points.high) expect(text).toBe(shownFigure(gap.size));
        else if (gap.points.high === 100 && gap.size >= 0.05) expect(text).toBe(`0.0–${shownFigure(gap.size)}`);
      }
  });
});
