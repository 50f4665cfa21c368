import { randomDossiers } from '../scoring/random-dossiers.mjs';
import { loadProduct } from '../support/product.mjs';
import { AS_OF, scored } from '../support/scored.mjs';

const SEED = 20261125;
/** Budgets in 10k yuan, from what a workshop has to what a group has; every mill gets one of its own between two of these. */
const BUDGETS = [20, 2000];

/** Random mills with their scores, each with the problem of its plan at a budget of its own. */
export async function scoredMills(count) {
  const product = await loadProduct();
  const context = { catalogue: product.catalogue, solve: await product.nodeSolver() };
  const row = randomDossiers(SEED, product);
  const mills = Array.from({ length: count }, (_, i) => {
    const dossier = product.Dossier.parse(row.next().value);
    const mill = scored(product, dossier, product.diagnosisToScore(dossier, AS_OF));
    return { mill, budgetWan: budgetOf(i, count) };
  });
  return { product, context, mills };
}

/** Evenly spread on a logarithmic scale, in an order that has nothing to do with the mills. */
function budgetOf(i, count) {
  const [least, most] = BUDGETS;
  const place = ((i * 73) % count) / (count - 1);
  return Math.round(least * (most / least) ** place);
}
