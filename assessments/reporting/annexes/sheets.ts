import { plannedMillOf } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { maturitySheet } from './maturity-sheet.ts';
import { smeSheet } from './sme-sheet.ts';

/** The answers by number in the order of the official self-assessments, to copy into them. */
export function sheetsAnnex(mill: Mill): Block[] {
  const after = plannedMillOf(mill)?.after ?? null;
  const blocks = [...maturitySheet(mill, after), ...smeSheet(mill, after)];
  if (blocks.length === 0) return [];
  return [{ kind: 'heading', level: 1, key: 'annex-sheets', text: mill.words.say('sheets-heading') }, ...blocks];
}
