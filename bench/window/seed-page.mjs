import dyeing from '../../seeds/demo/demo-dyeing.json' with { type: 'json' };
import garment from '../../seeds/demo/demo-garment.json' with { type: 'json' };
import spinning from '../../seeds/demo/demo-spinning.json' with { type: 'json' };
import { Dossier } from '../../assessments/schema/dossier.ts';
import { CITIES } from '../../assessments/schema/vocabulary.ts';
import { Database } from '../../renderer/storage/database.ts';
import { EnterpriseStore } from '../../renderer/storage/enterprise-store.ts';

const MINUTE = 60_000;
/** Enterprises of one transaction. */
const BULK = 100;
const mills = [dyeing, garment, spinning].map((json) => Dossier.parse(json));

/**
 * Runs beside the window, on its origin: writes the demo dyeing mill and varied copies as the window itself would, in place
 * of what is there.
 */
globalThis.seed = async (count) => {
  let written = 0;
  const start = Date.now();
  const database = new Database();
  await Promise.all([database.enterprises, database.diagnoses, database.answers].map((table) => table.clear()));
  const store = new EnterpriseStore(database, () => start - written * MINUTE);
  await store.replace(mills[0]);
  for (written = 1; written < count; written += BULK) {
    const bulk = Array.from({ length: Math.min(BULK, count - written) }, (_, i) => written + i);
    await store.restoreAll(bulk.map((number) => varied(mills[number % mills.length], number)));
  }
  database.close();
};

/** Another name and city, and every so many answers left out. */
function varied({ enterprise, diagnoses, ...rest }, number) {
  return {
    ...rest,
    id: `mill-${String(number).padStart(4, '0')}`,
    enterprise: { ...enterprise, name: `示例纺织厂${number}`, region: { city: CITIES[number % CITIES.length] } },
    diagnoses: diagnoses.map((diagnosis) => ({
      ...diagnosis,
      answers: Object.fromEntries(
        Object.entries(diagnosis.answers).filter((_, i) => (i + number) % (2 + (number % 9))),
      ),
    })),
  };
}
