import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sizes from '#assessments/indicators/size-classes.json' with { type: 'json' };
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { documentNumber } from '#assessments/reporting/document-number.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import { PROJECT } from '#tests/support/cli.ts';

const book = PolicyBook.parse(JSON.parse(readFileSync(join(PROJECT, 'seeds', 'policies', 'policies.json'), 'utf8')));

describe('the number of a document', () => {
  it.each([
    ['工信部节〔2024〕13号', 'Gong Xin Bu Jie [2024] No. 13'],
    [
      '工业和信息化部公告2023年第35号',
      'Announcement of the Ministry of Industry and Information Technology No. 35 of 2023',
    ],
    ['2024年第44号公告', 'Announcement No. 44 of 2024'],
    ['GB/T 36132-2025', 'GB/T 36132-2025'],
  ])('%s is cited in English as %s, in Chinese as it is', (number, english) => {
    expect(documentNumber(number, 'en')).toBe(english);
    expect(documentNumber(number, 'zh-CN')).toBe(number);
  });

  it('is one that can be read in English wherever the data have one', () => {
    const numbers = [
      sizes.documentNo,
      ...Object.values(book.sources).map(({ documentNo }) => documentNo),
      ...book.policies.map(({ documentNo }) => documentNo),
      ...book.recognitions.flatMap(({ steps }) => steps.map(({ documentNo }) => documentNo)),
      ...packList(shippedPacks).flatMap(({ sources }) => Object.values(sources).map(({ documentNo }) => documentNo)),
    ].flatMap((number) => number ?? []);
    expect(numbers.length).toBeGreaterThan(50);
    const unread = numbers
      .map((number) => documentNumber(number, 'en'))
      .filter((text) => /[\u4e00-\u9fff〔〕]/u.test(text));
    expect([...new Set(unread)]).toEqual([]);
  });
});
