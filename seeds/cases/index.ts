import common from './common.json' with { type: 'json' };
import dyeing from './dyeing.json' with { type: 'json' };
import garmentHome from './garment-home.json' with { type: 'json' };
import spinning from './spinning.json' with { type: 'json' };
import utilities from './utilities.json' with { type: 'json' };
import weavingKnitting from './weaving-knitting.json' with { type: 'json' };

/** Who did the like of a measure, to be read by assessments/planning/catalogue.ts. */
export const caseFiles: readonly unknown[] = [dyeing, spinning, weavingKnitting, garmentHome, utilities, common];
