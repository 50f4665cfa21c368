import dyeing from './dyeing.json' with { type: 'json' };
import features from './features.json' with { type: 'json' };
import fibre from './fibre.json' with { type: 'json' };
import garment from './garment.json' with { type: 'json' };
import homeTextile from './home-textile.json' with { type: 'json' };
import knitting from './knitting.json' with { type: 'json' };
import spinning from './spinning.json' with { type: 'json' };
import utilities from './utilities.json' with { type: 'json' };
import weaving from './weaving.json' with { type: 'json' };

/** What machines may have, and the kinds of machines by sub-sector, to be read by assessments/schema/machines.ts. */
export const machineFeatures: unknown = features;
export const machineKindFiles: readonly unknown[] = [
  spinning,
  weaving,
  knitting,
  dyeing,
  garment,
  homeTextile,
  fibre,
  utilities,
];
