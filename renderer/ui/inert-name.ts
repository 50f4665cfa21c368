/* Controls, marks of direction, signs of no width, fillers, and blanks that no blank looks like. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/* More marks on one letter would reach into other lines. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** A name from outside that can be read and does nothing else: no sign in it moves, hides or pushes away what is around it. */
export function inertName(name: string, most = 40): string {
  const signs = [
    ...name.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').replaceAll(PILED_MARKS, '$1').replaceAll(/ +/g, ' ').trim(),
  ];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
}
