import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '#renderer/documents/pdf/break-lines.ts';

/** Ten a hanzi, five anything else. */
const measure = (text: string) => [...text].reduce((width, c) => width + (c > '\u2e80' ? 10 : 5), 0);
const CLOSING = /^[、，。．：；？！）〕］｝〉》」』】”’…—,.:;?!)\]}%]/;
const OPENING = /[（〔［｛〈《「『【“‘([{]$/;

const words = fc.oneof(
  fc.stringMatching(/^[一-龥]{1,12}$/),
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.stringMatching(/^[0-9]{1,5}(\.[0-9])?%?$/),
);
const sentence = fc
  .array(fc.tuple(words, fc.constantFrom('，', '。', '；', '、', ' ', '：“', '”', '（', '）', '')), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.map(([word, mark]) => `${word}${mark}`).join(''));

describe('breaking lines', () => {
  it('fits every line, loses nothing, and keeps the marks in place', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 140, max: 400 }), (text, width) => {
        const lines = breakLines(text, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const [i, line] of lines.entries()) {
          expect(measure(line), line).toBeLessThanOrEqual(width);
          if (i > 0) expect(line).not.toMatch(CLOSING);
          if (i < lines.length - 1) expect(line).not.toMatch(OPENING);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not tear words and figures', () => {
    expect(
      breakLines('综合能耗为12345.67tce，比上年下降3.2%。', 100, measure).some(
        (line) => line.endsWith('12345') || line.startsWith('.'),
      ),
    ).toBe(false);
  });

  it('splits what no line holds', () => {
    const lines = breakLines('x'.repeat(100), 60, measure);
    expect(lines.join('')).toBe('x'.repeat(100));
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(60);
  });

  it('keeps line feeds', () => {
    expect(breakLines('甲\n乙', 100, measure)).toEqual(['甲', '乙']);
  });
});
