import { knownToPacks } from '#assessments/packs/registry.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import type { KnownIds } from '#assessments/schema/read-dossier.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';

/** What dossiers that come into the window may name. */
export const knownIds: KnownIds = {
  ...knownToPacks,
  machines: readMachineKinds(machineFeatures, machineKindFiles),
};
