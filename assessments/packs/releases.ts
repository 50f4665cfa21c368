/** Every version of every pack that was ever released, a line each. */
export { release as intelligentManufacturing100 } from './intelligent-manufacturing/1.0.0/index.ts';
export { release as cloudAdoption100 } from './cloud-adoption/1.0.0/index.ts';
export { release as waterEfficiency100 } from './water-efficiency/1.0.0/index.ts';
export { release as greenFactory100 } from './green-factory/1.0.0/index.ts';
export { release as smeDigitalLevel100 } from './sme-digital-level/1.0.0/index.ts';
