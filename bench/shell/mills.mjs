import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEMO_DOSSIER } from '../support/places.mjs';

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
const SEEDS = dirname(DEMO_DOSSIER);
const demos = readdirSync(SEEDS).map((name) => JSON.parse(readFileSync(join(SEEDS, name), 'utf8')));

/**
 * A demo mill as it is after six years of diagnoses with visits, some 50 kB. Every number leaves out other answers; a
 * change is in one figure.
 */
export function millOf(number, change = 0) {
  const { enterprise, diagnoses, ...rest } = demos[number % demos.length];
  return {
    ...rest,
    id: `mill-${String(number).padStart(4, '0')}`,
    revision: change,
    enterprise: { ...enterprise, name: `示例纺织厂${number}`, employees: enterprise.employees + change },
    diagnoses: YEARS.map((year) => ({
      ...diagnoses[0],
      id: `${year + 1}-1`,
      year,
      openedOn: `${year + 1}-04-15`,
      answers: Object.fromEntries(
        Object.entries(diagnoses[0].answers)
          .filter((_, i) => (i + number + year) % (5 + (number % 9)) > 0)
          .map(([id, answer], i) => [id, { ...answer, note: `第${i}条：现场核对` }]),
      ),
    })),
  };
}
