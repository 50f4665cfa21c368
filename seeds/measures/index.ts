import cloud from './cloud.json' with { type: 'json' };
import dataEquipment from './data-equipment.json' with { type: 'json' };
import dyeing from './dyeing.json' with { type: 'json' };
import energy from './energy.json' with { type: 'json' };
import fibre from './fibre.json' with { type: 'json' };
import garment from './garment.json' with { type: 'json' };
import green from './green.json' with { type: 'json' };
import homeTextile from './home-textile.json' with { type: 'json' };
import knitting from './knitting.json' with { type: 'json' };
import operations from './operations.json' with { type: 'json' };
import organisation from './organisation.json' with { type: 'json' };
import production from './production.json' with { type: 'json' };
import spinning from './spinning.json' with { type: 'json' };
import water from './water.json' with { type: 'json' };
import weaving from './weaving.json' with { type: 'json' };

/** The files of the catalogue of measures, to be read by assessments/planning/catalogue.ts. */
export const measureFiles: readonly unknown[] = [
  cloud,
  dataEquipment,
  dyeing,
  energy,
  fibre,
  garment,
  green,
  homeTextile,
  knitting,
  operations,
  organisation,
  production,
  spinning,
  water,
  weaving,
];
