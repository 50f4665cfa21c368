import { z } from 'zod';
import { MachineLine, SystemLine } from './machines.ts';
import { Quantity } from './quantity.ts';

/** Units in which the numeric facts of a year are stored; the window may show others. */
export const FACT_UNITS = {
  'water.intake.town': 'm3',
  'water.intake.surface': 'm3',
  'water.intake.ground': 'm3',
  'water.intake.purchased': 'm3',
  'water.excluded': 'm3',
  'water.nonconventional.reclaimed': 'm3',
  'water.nonconventional.rain': 'm3',
  'water.nonconventional.desalinated': 'm3',
  'water.recycled.cooling': 'm3',
  'water.recycled.direct': 'm3',
  'water.recycled.condensate': 'm3',
  'water.recycled.treated': 'm3',
  'water.cooling.makeup': 'm3',
  'water.steam.used': 't',
  'water.steam.condensate-returnable': 't',
  'water.wastewater.generated': 'm3',
  'water.wastewater.discharged': 'm3',
  'water.meters.level1.required': 'count',
  'water.meters.level1.fitted': 'count',
  'water.meters.level2.required': 'count',
  'water.meters.level2.fitted': 'count',
  'water.meters.level3.required': 'count',
  'water.meters.level3.fitted': 'count',
  'water.metered.level1': 'm3',
  'water.metered.level2-sum': 'm3',
  'water.price': 'yuan/m3',
  'water.wastewater-cost': 'yuan/m3',
  'water.plan': 'm3',
  'energy.electricity': 'kWh',
  'energy.steam': 'GJ',
  'energy.gas': 'm3',
  'energy.coal': 't',
  'energy.diesel': 't',
  'energy.petrol': 't',
  'energy.heat-sold': 'GJ',
  'energy.renewable.pv': 'kWh',
  'energy.renewable.green-power': 'kWh',
  'energy.renewable.certificates': 'kWh',
  'price.electricity': 'yuan/kWh',
  'price.steam': 'yuan/GJ',
  'price.gas': 'yuan/m3',
  'price.coal': 'yuan/t',
  'materials.main': 't',
  'waste.generated': 't',
  'waste.used': 't',
  'waste.used-from-stock': 't',
  'waste.hazardous': 't',
  'emissions.cod': 't',
  'emissions.ammonia': 't',
  'emissions.total-nitrogen': 't',
  'emissions.voc': 't',
  'emissions.particulate': 't',
  'emissions.so2': 't',
  'emissions.nox': 't',
  'land.area': 'm2',
  'land.floor-area': 'm2',
  'land.footprint': 'm2',
  'finance.revenue': '10k yuan',
  'finance.output-value': '10k yuan',
  'finance.digital-spend-3y-mean': '10k yuan',
  'finance.green-investment-3y': '10k yuan',
  'finance.output-value-3y': '10k yuan',
  'loss.rework': '10k yuan',
  'loss.returns': '10k yuan',
  'loss.late': '10k yuan',
  'loss.downtime': '10k yuan',
  'delivery.lead-days': 'days',
  'delivery.on-time': '%',
  'people.employees': 'persons',
  'people.direct-workers': 'persons',
  'people.cost': '10k yuan',
  'people.vacancies': 'persons',
  'people.turnover': '%',
  'equipment.production': 'machines',
  'equipment.digital': 'machines',
  'equipment.networked': 'machines',
  'equipment.main': 'machines',
  'equipment.on-cloud': 'machines',
  'process.key': 'count',
  'process.key-nc': 'count',
  'spinning.spindles': 'count',
  'spinning.direct-workers': 'count',
  'dyeing.batches': 'count',
  'dyeing.batches-right-first-time': 'count',
} as const;

export type NumericFactId = keyof typeof FACT_UNITS;
export const NUMERIC_FACT_IDS = Object.keys(FACT_UNITS) as NumericFactId[];
export const NumericFactId = z.enum(NUMERIC_FACT_IDS as [NumericFactId, ...NumericFactId[]]);

/** The most that a fact may be, where that is less than any figure may be: a share of the deliveries is no more than all. */
export const FACT_MAXIMA: Readonly<Partial<Record<NumericFactId, number>>> = { 'delivery.on-time': 100 };

export const PRODUCT_CLASSES = ['woven', 'filament-light', 'yarn-knit', 'silk', 'worsted', 'woollen', 'other'] as const;
export const ProductClass = z.enum(PRODUCT_CLASSES, { error: 'unknown-product-class' });
export type ProductClass = z.infer<typeof ProductClass>;

/** One line of qualified output of the year. `conversion` overrides the factor kw·kg by an officially recognised one. */
export const ProductLine = z.looseObject({
  class: ProductClass,
  quantity: Quantity,
  unit: z.enum(['m', '100m', 't', 'kg'], { error: 'unknown-unit' }),
  widthCm: Quantity.optional(),
  massKgPer100m: Quantity.optional(),
  conversion: Quantity.nullable().optional(),
  reworkPercent: Quantity.max(100, { error: 'out-of-range' }).optional(),
});
export type ProductLine = z.infer<typeof ProductLine>;

export const DESTINATIONS = ['direct', 'park', 'town'] as const;

const numericShape = Object.fromEntries(NUMERIC_FACT_IDS.map((id) => [id, figureOf(id).optional()])) as Record<
  NumericFactId,
  z.ZodOptional<typeof Quantity>
>;

function figureOf(id: NumericFactId): typeof Quantity {
  const most = FACT_MAXIMA[id];
  return most === undefined ? Quantity : Quantity.max(most, { error: 'out-of-range' });
}

/** Raw figures of one calendar year. All optional; an absent figure is unknown, never zero. Unknown ids are refused. */
export const YearFacts = z.strictObject({
  ...numericShape,
  'water.destination': z.enum(DESTINATIONS, { error: 'unknown-destination' }).optional(),
  'water.has-cooling': z.boolean().optional(),
  'water.has-steam': z.boolean().optional(),
  'output.products': z.array(ProductLine).optional(),
  machines: z.array(MachineLine).optional(),
  /** Kinds of which `machines` names every machine, or `all` alone: only then does a kind that is not there mean none. */
  'machines.complete': z.array(z.string()).optional(),
  systems: z.array(SystemLine).optional(),
});
export type YearFacts = z.infer<typeof YearFacts>;

export const FACT_IDS = Object.keys(YearFacts.shape) as (keyof YearFacts)[];
