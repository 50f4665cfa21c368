import { scoredPacks } from '../packs/scored-packs.ts';
import type { PackId } from '../schema/ids.ts';
import type { PackResult, Result } from '../schema/result.ts';
import { processTypeOf } from './applicability.ts';
import type { AskedByPack } from './asked-questions.ts';
import { indicativeGbt39116 } from './gbt39116.ts';
import { scoreGreenPack } from './score-green-pack.ts';
import { scoreLadderPack } from './score-ladder-pack.ts';
import { scoreSmePack } from './score-sme-pack.ts';
import { scoreWaterPack } from './score-water-pack.ts';
import type { ReadMill } from './read-mill.ts';

interface PackScores {
  readonly packs: Partial<Record<PackId, Omit<PackResult, 'selfScore'>>>;
  readonly indicative: Result['indicative'];
}

/** Every pinned pack by its method, with the indicative levels that are read off its answers. */
export function scorePacks(mill: ReadMill, asked: AskedByPack): PackScores {
  const packs: PackScores['packs'] = {};
  const indicative: Result['indicative'] = {};
  for (const pack of scoredPacks(mill)) {
    const questions = asked.get(pack.id) ?? [];
    switch (pack.method) {
      case 'ladder': {
        const type = processTypeOf(mill.dossier.enterprise, pack);
        packs[pack.id] = scoreLadderPack(pack, questions, type);
        if (pack.gbt39116 !== null) indicative.gbt39116 = indicativeGbt39116(pack.gbt39116, questions, type);
        break;
      }
      case 'water':
        packs[pack.id] = scoreWaterPack(mill, questions);
        break;
      case 'green':
        packs[pack.id] = scoreGreenPack(mill, questions);
        break;
      case 'sme': {
        const sme = scoreSmePack(pack, questions, asked.get(pack.readsFrom) ?? []);
        packs[pack.id] = sme.result;
        indicative.miit2024 = sme.indicative;
      }
    }
  }
  return { packs, indicative };
}
