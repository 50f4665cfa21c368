import { z } from 'zod';

/** GB 32100: digits and letters without I, O, S, V, Z; the position is the character's value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: digits 0-9 and letters A-Z as 10..35 for the body code inside positions 9..17. */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether both check characters of a unified social credit code hold: the one of the organisation code
 * inside it (GB 11714, positions 9 to 17) and the last one (GB 32100).
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  return code[16] === bodyCheck(code.slice(8, 16)) && code[17] === creditCheck(code.slice(0, 17));
}

function bodyCheck(body: string): string {
  const sum = [...body].reduce((total, character, i) => total + parseInt(character, 36) * (BODY_WEIGHTS[i] ?? 0), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function creditCheck(front: string): string {
  const sum = [...front].reduce(
    (total, character, i) => total + ALPHABET.indexOf(character) * (CREDIT_WEIGHTS[i] ?? 0),
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

export const CreditCode = z.string().refine(isCreditCode, { error: 'bad-credit-code' }).brand<'CreditCode'>();
export type CreditCode = z.infer<typeof CreditCode>;
