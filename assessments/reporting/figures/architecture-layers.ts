import { z } from 'zod';
import type { KeptView } from '../../planning/kept-view.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import type { NumericFactId, YearFacts } from '../../schema/facts.ts';
import { LocalizedText } from '../../schema/localized-text.ts';
import { SYSTEM_KINDS, type SystemLine } from '../../schema/machines.ts';
import { MeasureId } from '../../schema/measure.ts';
import { schemaLine } from '../../schema/schema-line.ts';
import data from './architecture-layers.json' with { type: 'json' };

/** A layer of the architecture, with the systems that stand on it and the measures that bring something to it. */
const Layer = z.strictObject({
  id: z.enum(['outside', 'business', 'execution', 'monitoring', 'network', 'machines']),
  name: LocalizedText,
  systems: z.array(z.enum(SYSTEM_KINDS)),
  measures: z.array(MeasureId),
});
export type Layer = z.infer<typeof Layer>;

/** The data file of layers. */
export const LayerFile = z.strictObject({ ...schemaLine, layers: z.array(Layer) });

/** From the outside of the mill down to its machines. */
export const LAYERS = LayerFile.parse(data).layers;

/** A number of machines today and after the plan; null where it is unknown. */
export interface MachineFigure {
  readonly fact: NumericFactId;
  readonly now: number;
  readonly after: number | null;
}

/** What stands on a layer today, and what the plan brings to it. */
export interface LayerOfMill {
  readonly layer: Layer;
  readonly systems: readonly SystemLine[];
  /** Systems of all layers that run on a cloud; 0 on all layers but the outside. */
  readonly onCloud: number;
  readonly figures: readonly MachineFigure[];
  readonly brought: readonly PlannedMeasure[];
}

const MACHINE_FACTS = [
  'equipment.production',
  'equipment.digital',
  'equipment.networked',
  'equipment.on-cloud',
] as const;

/** What the plan changes: its open measures, and the facts after it. */
export interface ArchitecturePlan {
  readonly planned: KeptView['planned'];
  readonly after: YearFacts;
}

/**
 * The layers of a mill: systems of the register where they belong, machines by how they are connected, and each open measure of
 * the plan that brings a system, a connection or a feature of machines. Measures of none of these are left out.
 */
export function layersOf(now: YearFacts, plan: ArchitecturePlan | null): LayerOfMill[] {
  const systems = now.systems ?? [];
  const listed = new Set<string>(LAYERS.flatMap(({ measures }) => measures));
  const open = (plan?.planned ?? []).filter(({ item }) => item.state !== 'done');
  return LAYERS.map((layer) => ({
    layer,
    systems: systems.filter(({ kind }) => layer.systems.includes(kind)),
    onCloud: layer.id === 'outside' ? systems.filter(({ cloud }) => cloud === true).length : 0,
    figures: layer.id === 'machines' ? figuresOf(now, plan?.after ?? null) : [],
    brought: open.filter(({ measure }) => {
      if (measure === null) return false;
      if (layer.measures.includes(measure.id)) return true;
      return layer.id === 'machines' && measure.scope !== null && !listed.has(measure.id);
    }),
  }));
}

function figuresOf(now: YearFacts, after: YearFacts | null): MachineFigure[] {
  return MACHINE_FACTS.flatMap((fact) => {
    const value = now[fact];
    return value === undefined ? [] : [{ fact, now: value, after: after?.[fact] ?? null }];
  });
}
