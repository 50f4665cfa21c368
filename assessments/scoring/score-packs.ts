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
import type { AnswerView } from './views.ts';

interface PackScores {
  readonly packs: Partial<Record<PackId, Omit<PackResult, 'selfScore'>>>;
  readonly indicative: Result['indicative'];
}

/** Every pinned pack by its method; `sme-digital-level` and the indicative levels whenever intelligent manufacturing is. */
export function scorePacks(mill: ReadMill, asked: AskedByPack, answer: AnswerView): PackScores {
  const { packs, pinned, dossier } = mill;
  const of = (id: PackId) => asked.get(id) ?? [];
  const type = processTypeOf(dossier.enterprise, packs['intelligent-manufacturing']);
  const results: PackScores['packs'] = {};
  let indicative: Result['indicative'] = {};
  if (pinned.includes('intelligent-manufacturing')) {
    const { gbt39116 } = packs['intelligent-manufacturing'];
    const manufacturing = of('intelligent-manufacturing');
    const sme = scoreSmePack(packs['sme-digital-level'], manufacturing, mill, answer);
    results['intelligent-manufacturing'] = scoreLadderPack(packs['intelligent-manufacturing'], manufacturing, type);
    results['sme-digital-level'] = sme.result;
    indicative = {
      ...(gbt39116 === null ? {} : { gbt39116: indicativeGbt39116(gbt39116, manufacturing, type) }),
      miit2024: sme.indicative,
    };
  }
  if (pinned.includes('cloud-adoption'))
    results['cloud-adoption'] = scoreLadderPack(packs['cloud-adoption'], of('cloud-adoption'), type);
  if (pinned.includes('water-efficiency')) results['water-efficiency'] = scoreWaterPack(mill, of('water-efficiency'));
  if (pinned.includes('green-factory')) results['green-factory'] = scoreGreenPack(mill, of('green-factory'));
  return { packs: results, indicative };
}
