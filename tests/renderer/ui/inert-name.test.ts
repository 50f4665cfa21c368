import { describe, expect, it } from 'vitest';
import { inertName } from '#renderer/ui/inert-name.ts';

describe('a name from outside', () => {
  it.each([
    ['anything else than it is', '第三组', '第三组'],
    ['marks of direction', '\u202e第三组\u202c\u2066x\u2069\u200f\u061c', '第三组x'],
    ['signs of no width', '第\u200b三\u200d\u2060组\ufeff\u00ad', '第三组'],
    ['controls and lines', '第三组\n\n签名\t1234\u0000\u0007\u001b[31m\u2028x\u0085y', '第三组 签名 1234[31m xy'],
    ['fillers that look like nothing', '甲\u3164\u115f\u2800\u{e0041}乙', '甲乙'],
    ['blanks that push the rest away', `甲${'\u3000\u00a0 '.repeat(50)}乙`, '甲 乙'],
    ['marks piled on a letter', `e${'\u0301'.repeat(40)}x`, 'e\u0301\u0301x'],
    ['half of a sign', '甲\ud800乙', '甲乙'],
    ['nothing at all', ' \u200b ', ''],
  ])('is shown without %s', (_, name, shown) => {
    expect(inertName(name)).toBe(shown);
  });

  it('is cut where it goes on and on, between signs', () => {
    expect(inertName('𠮷'.repeat(41))).toBe(`${'𠮷'.repeat(40)}…`);
    expect(inertName('𠮷'.repeat(40))).toBe('𠮷'.repeat(40));
    expect(inertName('abcdef', 3)).toBe('abc…');
  });
});
