import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DEMO_DOSSIER } from '../support/places.mjs';
import { loadProduct } from '../support/product.mjs';
import { AS_OF, scored } from '../support/scored.mjs';
import { blocksOf } from './blocks.mjs';

/** One painter with a demo report, its fonts read and its painter built; what is timed is report to bytes. */
export async function prepare({ painter: name, file, document }) {
  const product = await loadProduct();
  const report = (await demoDocuments(product))[document];
  const { painter } = await import(`./${name}.mjs`);
  const {
    paint,
    memory = () => 0,
    close = () => {},
  } = await painter({ report, product, blocks: blocksOf(report, product), fonts: await product.nodeFonts() });
  return {
    run: paint,
    finish: async (bytes) => {
      writeFileSync(file, bytes);
      const moreMemory = await memory();
      await close();
      return { bytes: bytes.length, moreMemory };
    },
  };
}

/** Brief, report and annexes of the demo mill with the plan that it keeps. */
async function demoDocuments(product) {
  const {
    Dossier,
    catalogue,
    diagnosisToScore,
    documentsOf,
    library,
    millOf,
    nodeSolver,
    policies,
    resultOf,
    withPlan,
  } = product;
  const dossier = Dossier.parse(JSON.parse(readFileSync(DEMO_DOSSIER, 'utf8')));
  const mill = scored(product, dossier, diagnosisToScore(dossier, AS_OF));
  const language = 'zh-CN';
  const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
  const result = resultOf(mill, { language, sha256 });
  const wish = { request: {}, language, solver: nodeSolver, sha256 };
  const planned = await withPlan(mill, result, wish);
  const guidance = await library.help(mill.packs);
  const references = { catalogue, policies };
  return documentsOf(millOf({ scored: mill, ...planned, guidance, language, references }));
}
