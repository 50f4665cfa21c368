import { k1 } from './k1.ts';
import { k2d } from './k2d.ts';
import { k3 } from './k3.ts';
import { k3w } from './k3w.ts';
import { k4 } from './k4.ts';
import { k5 } from './k5.ts';
import { k6 } from './k6.ts';
import { k7 } from './k7.ts';
import { k8 } from './k8.ts';
import { k9 } from './k9.ts';
import { gk1 } from './gk1.ts';
import { gk2 } from './gk2.ts';
import { gk3 } from './gk3.ts';
import { gk4 } from './gk4.ts';
import { gk5 } from './gk5.ts';
import { gk6 } from './gk6.ts';
import { gk7 } from './gk7.ts';
import { gk8 } from './gk8.ts';
import { gk9 } from './gk9.ts';
import { gk10 } from './gk10.ts';
import { gk11 } from './gk11.ts';
import type { Reading } from '../indicators/readings.ts';
import { UNKNOWN } from '../indicators/readings.ts';
import type { KpiId } from '../schema/ids.ts';
import type { Kpi } from '../schema/pack.ts';
import type { KpiMill, KpiObject } from './kpi.ts';

/** Every KPI by its id, in the order of the packs. */
export const KPIS = {
  K1: k1,
  K2d: k2d,
  K3: k3,
  K3w: k3w,
  K4: k4,
  K5: k5,
  K6: k6,
  K7: k7,
  K8: k8,
  K9: k9,
  GK1: gk1,
  GK2: gk2,
  GK3: gk3,
  GK4: gk4,
  GK5: gk5,
  GK6: gk6,
  GK7: gk7,
  GK8: gk8,
  GK9: gk9,
  GK10: gk10,
  GK11: gk11,
} as const satisfies Readonly<Record<string, KpiObject>>;

/** What is known of a KPI. @throws for an id that has no object: a pack names a KPI that nobody wrote. */
export function kpiObject(id: KpiId): KpiObject {
  const found: KpiObject | undefined = Object.hasOwn(KPIS, id) ? KPIS[id as unknown as keyof typeof KPIS] : undefined;
  if (found === undefined) throw new Error(`no KPI ${id}`);
  return found;
}

/** All KPIs of a mill that are read from facts, whether its score uses them or not, in pack order. */
export function readKpis(mill: KpiMill): ReadonlyMap<KpiId, Reading> {
  const readings = new Map<KpiId, Reading>();
  const other = (id: KpiId) => readings.get(id) ?? UNKNOWN;
  for (const kpi of [...mill.water.kpis, ...mill.green.kpis]) {
    const object = kpiObject(kpi.id);
    if (object.kind === 'facts') readings.set(kpi.id, object.read(kpi, mill, other));
  }
  return readings;
}

/** The KPIs that a mill's water score uses, in pack order, each with its weight there. */
export function waterKpisInUse({ water, site }: Pick<KpiMill, 'water' | 'site'>): { kpi: Kpi; weight: number }[] {
  return water.kpis.flatMap((kpi) => {
    const object = kpiObject(kpi.id);
    const weight = site.wet ? kpi.weight.wet : kpi.weight.dry;
    return object.kind === 'facts' && weight > 0 && object.appliesTo(site) ? [{ kpi, weight }] : [];
  });
}
