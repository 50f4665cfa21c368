import type { TeamMember } from '../schema/dossier.ts';
import type { Words } from './words.ts';

/** A member of the team in one line: `张工（数字化专家、某某院）：数据核验`; without a name the role stands first. */
export function memberText({ name, role, unit, duty = '' }: TeamMember, words: Words): string {
  const [first = '', ...others] = [name, role, unit].filter((part) => part !== undefined && part !== '');
  const who =
    others.length === 0 ? first : words.say('cover-member', { first, others: words.list(others as string[]) });
  return duty === '' ? who : `${who}${words.say('colon')}${duty}`;
}
