import { randomDossier } from '../second-reading/random-dossier.mjs';
import { readTwice } from '../second-reading/run.mjs';

/**
 * Random dossiers scored by the program and by the second reading of the rules: `second-reading.mjs [how many] [first seed]`.
 * Prints every difference with its dossier and ends with 1 where there is one.
 */
const [many = '1000', first = '1'] = process.argv.slice(2);
const AS_OF = '2026-06-30';
const dossiers = Array.from({ length: Number(many) }, (_, i) => randomDossier(Number(first) + i));
const differing = readTwice(dossiers, AS_OF);
for (const { dossier, found } of differing) {
  console.log(`\n${dossier.id} ${JSON.stringify(dossier)}`);
  for (const { place, program, reading } of found)
    console.log(`  ${place}\n    program ${JSON.stringify(program)}\n    reading ${JSON.stringify(reading)}`);
}
console.log(`${dossiers.length} dossiers read twice, ${differing.length} differ`);
process.exitCode = differing.length === 0 ? 0 : 1;
