import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PROBLEMS, pointer } from '#assessments/schema/problem.ts';
import { readUntrustedJson } from '#assessments/schema/untrusted-json.ts';

function problemsOf(text: string): string[] {
  const read = readUntrustedJson(text);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${pointer(path)} ${code}`);
}

/** What the reader looks for between values; inside a text it means nothing. */
const signs = fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', 'a', '织', '\n') });

describe('JSON that anyone may have written', () => {
  it('is read as the parser reads it', () => {
    const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(signs, fc.array(signs))), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text));
        expect(readUntrustedJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', '/a duplicate-key'],
    ['{"a":1,"b":{"a":1},"a":{"a":2}}', '/a duplicate-key'],
    ['{"a":[{},[],{"b~":{"c/d":0, "e":[1,2],\n"c/d" :0}}]}', '/a/2/b~0/c~1d duplicate-key'],
    ['{"a":1,"\\u0061":2}', '/a duplicate-key'],
    ['{"织":1,"\\u7ec7":2}', '/织 duplicate-key'],
    ['{"a\\"":[1,2],"a\\"":2}', '/a" duplicate-key'],
    ['[0,{"__proto__":{}}]', '/1/__proto__ forbidden-name'],
    ['{"a":{"\\u0063onstructor":1}}', '/a/constructor forbidden-name'],
    ['{"a":{"prototype":1}}', '/a/prototype forbidden-name'],
  ])('is refused for a name: %s', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  it('names every name that stands twice, and a hundred at most', () => {
    expect(problemsOf('{"a":1,"a":1,"b":{"c":1,"c":1}}')).toEqual(['/a duplicate-key', '/b/c duplicate-key']);
    const many = problemsOf(`{${Array.from({ length: 1000 }, () => '"a":1').join(',')}}`);
    expect(many).toHaveLength(MOST_PROBLEMS + 1);
    expect(many.at(-1)).toBe(' more-problems');
  });

  it.each([
    ['text that breaks off in a name', '{"a":1,"a'],
    ['text that breaks off in an escape', '{"a\\'],
    ['a bad escape', '{"\\x":1}'],
    ['brackets that close nothing', ']]}},,"a"'],
    ['nothing', ''],
  ])('is refused where it is none: %s', (_, text) => expect(problemsOf(text)).toEqual([' not-json']));

  it('is refused before it is parsed where it is too deep or holds too much', () => {
    expect(problemsOf(`${'['.repeat(64)}${']'.repeat(64)}`)).toEqual([]);
    expect(problemsOf('['.repeat(65))).toEqual([' too-deep']);
    expect(problemsOf('{"a":'.repeat(65))).toEqual([' too-deep']);
    expect(problemsOf(`{"a":1,"evidence":[${'1,'.repeat(200_000)}1]}`)).toEqual([]);
    for (const unit of ['1,', '{},', '[],', '"",'])
      expect(problemsOf(`{"a":1,"evidence":[${unit.repeat(260_000)}`)).toEqual(['/evidence too-many-values']);
  });
});
