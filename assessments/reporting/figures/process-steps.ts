import { z } from 'zod';
import { LocalizedText } from '../../schema/localized-text.ts';
import { schemaLine } from '../../schema/schema-line.ts';
import { Process } from '../../schema/vocabulary.ts';
import { machinesByKind, type KindOfMachines } from '../machines-by-kind.ts';
import type { Mill } from '../report-input.ts';
import data from './process-steps.json' with { type: 'json' };

/** A step of the process, from fibre to parcel, with the kinds of machines that stand on it. */
const ProcessStep = z.strictObject({
  id: z.string(),
  name: LocalizedText,
  /** Processes that always have the step; others have it where the register has one of its machines. */
  always: z.array(Process),
  kinds: z.array(z.string()).min(1),
});

/** The data file of steps. */
export const StepFile = z.strictObject({ ...schemaLine, steps: z.array(ProcessStep) });

/** Every step in the order in which goods pass them, whatever the mill. */
export const PROCESS_STEPS = StepFile.parse(data).steps;

/** A step of one mill with its machines. */
export interface StepOfMill {
  readonly id: string;
  readonly name: LocalizedText;
  readonly machines: readonly KindOfMachines[];
}

/** What the process of a mill passes, and what stands beside it: utilities, and machines of no step. */
export interface ProcessOfMill {
  readonly steps: readonly StepOfMill[];
  readonly beside: readonly KindOfMachines[];
}

/** The steps of the ticked processes and those that the register has machines for. */
export function processOf({ facts, dossier }: Pick<Mill, 'facts' | 'dossier'>): ProcessOfMill {
  const kinds = machinesByKind(facts.now.machines ?? []);
  const { processes } = dossier.enterprise;
  const steps = PROCESS_STEPS.flatMap((step): StepOfMill[] => {
    const machines = kinds.filter(({ kind }) => step.kinds.includes(kind));
    const isThere = machines.length > 0 || step.always.some((process) => processes.includes(process));
    return isThere ? [{ id: step.id, name: step.name, machines }] : [];
  });
  const onSteps = new Set(PROCESS_STEPS.flatMap((step) => step.kinds));
  return { steps, beside: kinds.filter(({ kind }) => !onSteps.has(kind)) };
}
