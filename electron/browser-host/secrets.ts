import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256Of } from '../host/files/sha256.ts';

const BYTES = 32;
const SECRET = /^[0-9a-f]{64}$/;

/** 32 bytes that nobody can guess, in lower-case hexadecimal. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('hex');
}

/** Whether a text has the form of a secret, and so can also be the name of a file. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is kept of a secret: it proves one that is shown, and gives none away. Lower-case hexadecimal. */
export function hashOf(secret: string): string {
  return sha256Of(secret);
}

/** What only a holder of the secret can say to a challenge, in lower-case hexadecimal. */
export function answerTo(challenge: string, secret: string): string {
  return createHmac('sha256', secret).update(challenge).digest('hex');
}

/** Compares in a time that says nothing of where two texts differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}
