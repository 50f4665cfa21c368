import { CreditCode } from '#assessments/schema/credit-code.ts';
import type { Enterprise } from '#assessments/schema/dossier.ts';

/**
 * What a typed credit code says of the enterprise, in any width and parted by spaces or not. A code that does not hold
 * is kept beside, so that it is neither lost nor taken for one.
 */
export function creditCodeOf(typed: string): Partial<Enterprise> {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const code = CreditCode.safeParse(text);
  const draft = code.success || text === '' ? undefined : text;
  return { uscc: code.success ? code.data : undefined, usccDraft: draft };
}
