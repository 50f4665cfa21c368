import { describe, expect, it } from 'vitest';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { safeTextFor } from '#renderer/documents/pdf/safe-text.ts';

const { regular, bold } = await nodeFonts();

function cleaned(text: string) {
  const safe = safeTextFor([regular, bold]);
  return { text: safe.clean(text, 'here'), replaced: safe.replaced() };
}

describe('text that can be printed', () => {
  it.each([
    ['a tab and a no-break space', 'A\tB\u00a0C', 'A B C'],
    ['controls', 'A\u0000B\u001fC\u0085D', 'A B C D'],
    ['zero-width characters', 'A\u200bB\u200dC\ufeffD\u2060E\ufe0f', 'ABCDE'],
    ['what the font has', 'm³ ① ℃ ㎡ ≥ × — … “”', 'm³ ① ℃ ㎡ ≥ × — … “”'],
    ['a plain form where the font has that', 'CO₂', 'CO2'],
    ['rare hanzi of the font', '鲁镕㙍龘', '鲁镕㙍龘'],
    ['line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ])('%s', (_what, input, output) => {
    expect(cleaned(input)).toEqual({ text: output, replaced: [] });
  });

  it('replaces the rest and counts it by place', () => {
    expect(cleaned('☑😀𠮷😀\ud800')).toEqual({
      text: '〓〓〓〓〓',
      replaced: [
        { codePoint: 'U+2611', character: '☑', place: 'here', count: 1 },
        { codePoint: 'U+1F600', character: '😀', place: 'here', count: 2 },
        { codePoint: 'U+20BB7', character: '𠮷', place: 'here', count: 1 },
        { codePoint: 'U+D800', character: '\ud800', place: 'here', count: 1 },
      ],
    });
  });
});
