import { describe, expect, it } from 'vitest';
import { creditCodeOf } from '#renderer/features/enterprise/credit-code-of.ts';

describe('a typed credit code', () => {
  it.each([
    '91370100MA3C12346C',
    '91370100ma3c12346c',
    ' 91370100 MA3C12346C ',
    '９１３７０１００ＭＡ３Ｃ１２３４６Ｃ',
    '91370100\u3000MA3C12346C',
  ])('%j is taken for the code', (text) => {
    expect(creditCodeOf(text)).toEqual({ uscc: '91370100MA3C12346C', usccDraft: undefined });
  });

  it('is kept beside where it does not hold, and forgotten where it is emptied', () => {
    expect(creditCodeOf('91370100 ma3c')).toEqual({ uscc: undefined, usccDraft: '91370100MA3C' });
    expect(creditCodeOf(' ')).toEqual({ uscc: undefined, usccDraft: undefined });
  });
});
