import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#assessments/schema/canonical-json.ts';

describe('canonical JSON', () => {
  it('orders members by code units, at every depth', () => {
    const value = {
      '€': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '😀': 5,
      '\u0080': 6,
      ö: 7,
      b: [{ z: null, a: undefined, c: true }],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"b":[{"c":true,"z":null}],"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  it('prints numbers and texts as ECMAScript does', () => {
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
    expect(canonicalJson('织"\\\n\u000f')).toBe('"织\\"\\\\\\n\\u000f"');
  });

  it('is the same for any order of members, and the same value again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});
