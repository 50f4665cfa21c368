import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DEMO_DOSSIER } from '../support/places.mjs';
import { loadProduct } from '../support/product.mjs';
import { AS_OF, scored } from '../support/scored.mjs';
import { blocksOf } from './blocks.mjs';

/** One painter with a demo report, its fonts read and its painter built; what is timed is report to bytes. */
export async function prepare({ painter: name, file, topics, plan }) {
  const product = await loadProduct();
  const report = await demoReport(product, topics, plan);
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

async function demoReport(product, topics, isWithPlan) {
  const { Dossier, diagnosisToScore, library, millOf, nodeSolver, reportOf, resultOf, shippedPacks, withPlan } =
    product;
  const json = JSON.parse(readFileSync(DEMO_DOSSIER, 'utf8'));
  const dossier = Dossier.parse(topics === undefined ? json : withTopics(json, topics, shippedPacks));
  const mill = scored(product, dossier, diagnosisToScore(dossier, AS_OF));
  const language = 'zh-CN';
  const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
  const result = resultOf(mill, { language, sha256 });
  const wish = { request: {}, language, solver: nodeSolver, sha256 };
  const planned = isWithPlan ? await withPlan(mill, result, wish) : { result, plan: null, refused: null };
  const guidance = await library.help(mill.packs);
  return reportOf(millOf({ scored: mill, ...planned, guidance, language }));
}

/** The same mill diagnosed on some topics only, with their answers. */
function withTopics(json, topics, packs) {
  const asked = new Set(topics.flatMap((topic) => packs[topic].questions.map(({ id }) => id)));
  const only = (record, keep) => Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
  const diagnoses = json.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    packs: only(diagnosis.packs, (pack) => topics.includes(pack)),
    answers: only(diagnosis.answers, (id) => asked.has(id)),
  }));
  return { ...json, diagnoses };
}
