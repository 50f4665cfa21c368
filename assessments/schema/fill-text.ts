import { ofOne } from './singular.ts';

const COUNTED_NOUN = /(?<=\{(\w+)\} )[a-z]+(?: [a-z]+){0,2}/g;
const COUNTED_BEFORE = /\{(\w+)\} $/;

/**
 * A text with its {placeholders} filled; a placeholder without a value stays visible. An English noun that is counted, in
 * the text or as the value behind the number, is singular where the number is 1.
 */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  const isOne = (name: string | undefined) => name !== undefined && String(values[name]) === '1';
  const counting = template.replaceAll(COUNTED_NOUN, (words, name: string) => (isOne(name) ? ofOne(words) : words));
  return counting.replaceAll(/\{(\w+)\}/g, (whole, name: string, at: number) => {
    const value = String(values[name] ?? whole);
    return isOne(COUNTED_BEFORE.exec(counting.slice(0, at))?.[1]) ? ofOne(value) : value;
  });
}
