import { describe, expect, it } from 'vitest';
import { IsoDate } from '#assessments/schema/ids.ts';
import { agreed, withoutAgreement } from '#renderer/features/questionnaire/agreement.ts';
import { withValue } from '#renderer/features/questionnaire/answer-state.ts';

const verification = { on: IsoDate.parse('2026-03-02'), by: '李工' };

describe('agreeing with an answer', () => {
  it('verifies it as the mill gave it, with who and when', () => {
    expect(agreed({ self: { rung: 2.5 }, note: '看过' }, verification)).toEqual({
      self: { rung: 2.5 },
      verified: { rung: 2.5 },
      verifiedOn: '2026-03-02',
      verifiedBy: '李工',
      note: '看过',
    });
    expect(agreed({ self: { na: '没有印花' } }, verification)?.verified).toEqual({ na: '没有印花' });
  });

  it.each([
    ['nothing', undefined],
    ['what nobody knows', { self: { unknown: '会计' } }],
    ['what is verified', { self: { rung: 3 }, verified: { rung: 2 } }],
    ['a note alone', { note: '再问' }],
  ])('leaves %s as it is', (_, answer) => {
    expect(agreed(answer, verification)).toBe(answer);
  });

  it('is taken back with who and when, but not where it was changed since', () => {
    const agreement = agreed({ self: { rung: 2 } }, verification);
    expect(withoutAgreement(agreement, agreement)).toEqual({ self: { rung: 2 } });
    const changed = withValue(agreement, 'verified', { rung: 1 }, verification);
    expect(withoutAgreement(changed, agreement)).toBe(changed);
  });
});
