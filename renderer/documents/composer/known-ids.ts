import { misfitOf } from '#assessments/forms/misfit-of.ts';
import { library } from '#assessments/packs/registry.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import type { KnownIds } from '#assessments/schema/read-dossier.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';

/** What dossiers may name: questions and versions of the released packs, and kinds of machines. */
export const knownIds: KnownIds = {
  packs: { versions: (id) => library.versions(id), questionsFor: (pins) => library.questionsFor(pins) },
  misfitOf,
  machines: readMachineKinds(machineFeatures, machineKindFiles),
};
