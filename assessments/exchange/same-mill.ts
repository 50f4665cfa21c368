import type { Enterprise } from '../schema/dossier.ts';

/** What an enterprise is known by, whichever dossier it stands in. */
type Known = Pick<Enterprise, 'name' | 'uscc'>;

/**
 * Signs of an enterprise that another dossier of it shares: its name without regard to width, capitals and blanks, and its
 * credit code. A group may have several mills of one name and code, so a shared sign is a reason to ask, no proof.
 */
export function signsOf({ name, uscc }: Known): readonly string[] {
  const plainName = name
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔〖]/g, '(')
    .replaceAll(/[\]】〕〗]/g, ')');
  return [`name ${plainName.toLowerCase()}`, ...(uscc === undefined ? [] : [`uscc ${uscc}`])];
}

/** Whether two dossiers may be of one enterprise. */
export function mayBeSameMill(one: Known, other: Known): boolean {
  const signs = new Set(signsOf(one));
  return signsOf(other).some((sign) => signs.has(sign));
}
