import { plannedMillOf } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';
import { benchmarks } from './benchmarks.ts';
import { commitment } from './commitment.ts';
import { docking, training } from './docking.ts';
import { materials } from './materials.ts';
import { maturitySheet } from './maturity-sheet.ts';
import { readiness } from './readiness.ts';
import { smeSheet } from './sme-sheet.ts';

/** Lists to work with beside the plan, and the page that is signed; nothing where there is no plan. */
export function planAnnexes(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  if (planned === null) return [];
  return [
    { kind: 'heading', level: 1, text: mill.words.say('annexes-plan-heading') },
    ...readiness(planned),
    ...materials(planned),
    ...docking(planned),
    ...training(planned),
    ...benchmarks(planned),
    ...maturitySheet(planned),
    ...smeSheet(planned),
    ...commitment(planned),
  ];
}
