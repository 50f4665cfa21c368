import foundation from './foundation.json' with { type: 'json' };
import operationsCloud from './operations-cloud.json' with { type: 'json' };
import production from './production.json' with { type: 'json' };
import waterGreen from './water-energy-green.json' with { type: 'json' };

/** The files of the catalogue of measures, to be read by assessments/planning/catalogue.ts. */
export const measureFiles: readonly unknown[] = [foundation, production, operationsCloud, waterGreen];
