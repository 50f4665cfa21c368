import { describe, expect, it } from 'vitest';
import { cellsInOneLine, withoutUnseen } from '#renderer/ui/pasted-text.ts';

describe('a text that was copied', () => {
  it('loses the marks that nobody sees, and nothing else', () => {
    expect(withoutUnseen('\ufeff\u202d91370000\u200bMA3CXXXXXX\u202c')).toBe('91370000MA3CXXXXXX');
    expect(withoutUnseen('鲁北 印染（集团）')).toBe('鲁北 印染（集团）');
  });

  it.each([
    ['12\r\n305\r\n298\r\n', '12 + 305 + 298'],
    ['12\t305', '12 + 305'],
    ['12\n\n\n305', '12 + 305'],
    ['21 850\r\n', null],
    ['', null],
  ])('%j is apart as %j', (text, line) => {
    expect(cellsInOneLine(text)).toBe(line);
  });
});
