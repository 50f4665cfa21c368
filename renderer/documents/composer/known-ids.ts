import { misfitOf } from '#assessments/forms/misfit-of.ts';
import { knownToPacks } from '#assessments/packs/registry.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import type { KnownIds } from '#assessments/schema/read-dossier.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';

/** What dossiers may name: the shipped questions, pack versions and kinds of machines. */
export const knownIds: KnownIds = {
  ...knownToPacks,
  misfitOf,
  machines: readMachineKinds(machineFeatures, machineKindFiles),
};
