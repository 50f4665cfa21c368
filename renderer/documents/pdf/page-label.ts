/** The name of a page, counted from 1: Roman numerals for the `front` pages before the text, which begins with 1. */
export function pageLabel(page: number, front: number): string {
  return page > front ? String(page - front) : roman(page);
}

const DIGITS = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [digit, value] of DIGITS) {
    while (rest >= value) {
      text += digit;
      rest -= value;
    }
  }
  return text;
}
