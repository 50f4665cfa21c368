import { createHash } from 'node:crypto';
import { loadProduct } from '../support/product.mjs';
import { AS_OF, scored } from '../support/scored.mjs';
import { randomDossiers } from './random-dossiers.mjs';

export const SEED = 20261124;
export const LADDERS = ['intelligent-manufacturing', 'cloud-adoption'];

/** One way to score, with the next dossiers of the same row in every round; what is timed is dossier to scores. */
export async function prepare({ way, perRound }) {
  const product = await loadProduct();
  const packs = LADDERS.map((id) => product.shippedPacks[id]);
  const row = randomDossiers(SEED, product);
  const { input, score } = await WAYS[way](product, packs);
  return {
    next: () =>
      Array.from({ length: perRound }, () => {
        const dossier = row.next().value;
        return input(dossier, product.diagnosisToScore(dossier, AS_OF));
      }),
    run: (inputs) => {
      for (const each of inputs) score(each);
    },
    finish: () => ({ perRound }),
  };
}

export const WAYS = {
  /** Every pack of the dossier, both views, levels, trace, indicators, warnings and input hash. */
  whole: (product) => ({
    input: (dossier, diagnosis) => ({ dossier, diagnosis }),
    score: ({ dossier, diagnosis }) =>
      product.resultOf(scored(product, dossier, diagnosis), {
        language: 'zh-CN',
        sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
      }),
  }),
  /** The ladder packs alone, with levels and trace. */
  ladders: ({ applies, askAll, effectiveView, processTypeOf, scoreLadderPack }, packs) => ({
    input: (dossier, diagnosis) => ({
      dossier,
      packs: Object.fromEntries(packs.map((pack) => [pack.id, pack])),
      pinned: packs.map((pack) => pack.id),
      isAsked: (question) => applies(question.applies, dossier.enterprise, { wet: false, waterJet: false }),
      facts: { now: dossier.facts[diagnosis.year] ?? {}, prior: {} },
      answer: effectiveView(diagnosis),
    }),
    score: (mill) => {
      const asked = askAll(mill, mill.answer);
      return packs.map((pack) => {
        const type = processTypeOf(mill.dossier.enterprise, pack);
        return scoreLadderPack(pack, asked.get(pack.id), type).score;
      });
    },
  }),
  survey: async (_product, packs) => {
    const { surveyData, surveyScores } = await import('./survey-scores.mjs');
    return { input: (dossier, diagnosis) => surveyData(dossier, diagnosis, packs), score: surveyScores(packs) };
  },
};
