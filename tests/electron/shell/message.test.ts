import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, '织诊', ''),
    fc.double({ noDefaultInfinity: true, noNaN: true }).filter((number) => !Object.is(number, -0)),
    bytes,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe('a message between page and server', () => {
  it('comes back as it was, bytes within', () => {
    fc.assert(
      fc.property(value, (sent) => {
        expect(decodeMessage(encodeMessage(sent))).toEqual(sent);
      }),
    );
    expect(decodeMessage(encodeMessage(undefined))).toBeUndefined();
  });

  it('is refused where it is cut off anywhere or points outside itself', () => {
    const message = encodeMessage({ name: '照片', bytes: new Uint8Array([1, 2, 3]) });
    for (let end = 0; end < message.byteLength; end += 1)
      expect(() => decodeMessage(message.slice(0, end)), String(end)).toThrow();
    const bent = encodeMessage({ $bytes: [0, 5] });
    expect(() => decodeMessage(bent)).toThrow('outside');
    expect(() => decodeMessage(encodeMessage({ $bytes: [-1, 1] }))).toThrow('outside');
    expect(() => decodeMessage(encodeMessage({ $bytes: 'x' }))).toThrow('outside');
  });
});
