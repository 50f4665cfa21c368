import type { Guidance } from '../schema/pack.ts';
import { cloudAdoptionGuidance } from './cloud-adoption/1.0.0/guidance.ts';
import { greenFactoryGuidance } from './green-factory/1.0.0/guidance.ts';
import { intelligentManufacturingGuidance } from './intelligent-manufacturing/1.0.0/guidance.ts';
import { smeDigitalLevelGuidance } from './sme-digital-level/1.0.0/guidance.ts';
import { waterEfficiencyGuidance } from './water-efficiency/1.0.0/guidance.ts';

/** Guidance of every question and KPI by id. Kept apart from the packs, since scoring does not need it. */
export const shippedGuidance: Readonly<Record<string, Guidance>> = {
  ...intelligentManufacturingGuidance,
  ...cloudAdoptionGuidance,
  ...waterEfficiencyGuidance,
  ...greenFactoryGuidance,
  ...smeDigitalLevelGuidance,
};
