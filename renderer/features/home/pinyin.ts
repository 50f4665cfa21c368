import { match } from 'pinyin-pro';

/**
 * Whether latin letters spell neighbouring characters of a name, each by its whole pinyin or its initial, the last one
 * also begun. Any reading of a character counts; ü is written v or u; marks between characters and letters are passed over.
 */
export function spells(letters: string, name: string): boolean {
  const word = lettersOnly(letters);
  const v = word.includes('v') ? 'v' : 'u';
  return word !== '' && match(lettersOnly(name), word, { continuous: true, v }) !== null;
}

function lettersOnly(text: string): string {
  return text.replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}
