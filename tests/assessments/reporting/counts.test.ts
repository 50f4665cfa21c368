import { describe, expect, it } from 'vitest';
import { answerCounts, openCounts, openItems, topicCounts, totalCounts } from '#assessments/reporting/counts.ts';
import type { Block } from '#assessments/reporting/report-document.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { unknownsByPerson } from '#assessments/reporting/unknowns.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { documentTexts } from '#tests/support/document-texts.ts';
import { reportedPlan } from '#tests/support/planned-mills.ts';
import { allBlocks, textsOf } from '#tests/support/report-texts.ts';

/** Every number that stands before or behind words in any text of the documents. */
function numbersIn(blocks: readonly Block[], pattern: RegExp): number[] {
  const found = blocks.flatMap(textsOf).flatMap((text) => [...text.matchAll(pattern)].map((match) => Number(match[1])));
  return [...new Set(found)];
}

describe.each(EVERY_MILL)('the counts of %s', (_name, json) => {
  const { documents, workbook, input } = reportedPlan(json, 'zh-CN');
  const slides = documentTexts(millOf(input)).deck;
  const blocks = allBlocks(documents);
  const mill = millOf(input);
  const open = openItems(mill);

  it('say the same number of open items on every page', () => {
    const said = numbersIn(blocks, /(?<![\d.])(\d+)[项题](?:没有查清|待核实)/g);
    expect(said).toEqual(open.length === 0 ? [0].filter((zero) => said.includes(zero)) : [open.length]);
  });

  it('say it in the deck too', () => {
    const said = slides.flatMap((text) => [
      ...text.matchAll(/(?<![\d.])(\d+)项?(?:没有查清|没查清|待核实)|待核实(\d+)项/g),
    ]);
    for (const [, before, behind] of said) expect(Number(before ?? behind)).toBe(open.length);
    expect(slides.length).toBeGreaterThan(10);
  });

  it('list as many open items as they say, by person and in the workbook', () => {
    expect(unknownsByPerson(mill).flatMap(({ items }) => items)).toHaveLength(open.length);
    const parts = openCounts(open);
    expect(parts.questions + parts.facts).toBe(parts.count);
    const sheet = workbook.sheets.find(({ name }) => name === '待查清');
    if (sheet !== undefined) expect(sheet.rows).toHaveLength(open.length);
  });

  it('of questions add up, by topic and over all', () => {
    const topics = mill.topics.map(topicCounts);
    for (const counts of [...topics, totalCounts(mill)]) {
      expect(counts.answered + counts.unknown).toBe(counts.applicable);
      expect(counts.applicable + counts.notApplicable).toBe(counts.asked);
    }
    const answered = [totalCounts(mill), ...topics].map((counts) => counts.answered);
    for (const number of numbersIn(blocks, /已?答(\d+)题/g)) expect(answered).toContain(number);
  });

  it('of answers are those that the annex lists', () => {
    const { all, given, verified, proved } = answerCounts(mill);
    for (const part of [given, verified, proved]) expect(part).toBeLessThanOrEqual(all);
    expect(numbersIn(blocks, /(\d+)条回答/g)).toEqual([all]);
    for (const number of numbersIn(blocks, /核实的答案有(\d+)条/g)) expect(number).toBe(verified);
  });
});
