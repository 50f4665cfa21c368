import { CaseFile, EndUseFile, type Flow, MeasureFile, PriceFile, type Case, type Measure } from '../schema/measure.ts';
import type { NumericFactId } from '../schema/facts.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import type { Mark } from '../schema/marks.ts';
import type { Source } from '../schema/pack.ts';
import type { SubSector } from '../schema/vocabulary.ts';

/** The split of one flow of one sub-sector: shares 0..1 by end use, that sum to 1. */
export type EndUseSplit = EndUseFile['splits'][number];
export type ReferencePrice = PriceFile['prices'][number];

/** All that a plan is chosen from: measures by id, and what their money is reckoned with. */
export interface Catalogue {
  readonly measures: readonly Measure[];
  readonly byId: ReadonlyMap<string, Measure>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly endUseNames: ReadonlyMap<string, LocalizedText>;
  readonly splitOf: (subSector: SubSector, flow: Flow) => EndUseSplit | undefined;
  /** Prices that stand in where the mill gives none. */
  readonly prices: ReadonlyMap<NumericFactId, ReferencePrice>;
  readonly sources: Readonly<Record<string, Source>>;
}

export interface CatalogueFiles {
  readonly measures: readonly unknown[];
  readonly cases: readonly unknown[];
  readonly endUses: unknown;
  readonly prices: unknown;
}

/** Reads the files of seeds. @throws where one breaks its schema or an id stands twice */
export function readCatalogue(files: CatalogueFiles): Catalogue {
  const measureFiles = files.measures.map((file) => MeasureFile.parse(file));
  const caseFiles = files.cases.map((file) => CaseFile.parse(file));
  const endUses = EndUseFile.parse(files.endUses);
  const prices = PriceFile.parse(files.prices);
  const measures = measureFiles.flatMap((file) => file.measures).sort((a, b) => (a.id < b.id ? -1 : 1));
  const splits = new Map(endUses.splits.map((split) => [`${split.subSector} ${split.flow}`, split]));
  return {
    measures,
    byId: unique(measures),
    cases: unique(caseFiles.flatMap((file) => file.cases)),
    endUseNames: new Map(endUses.endUses.map(({ id, name }) => [id, name])),
    splitOf: (subSector, flow) => splits.get(`${subSector} ${flow}`),
    prices: new Map(prices.prices.map((price) => [price.fact, price])),
    sources: Object.assign(
      {},
      ...[...measureFiles, ...caseFiles, endUses, prices].map((file) => file.sources),
    ) as Catalogue['sources'],
  };
}

function unique<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map(all.map((one) => [one.id, one]));
  if (byId.size < all.length) throw new Error('an id of the catalogue stands twice');
  return byId;
}

/** Where a figure of the catalogue comes from. */
export interface FigureOrigin {
  readonly basis: LocalizedText;
  readonly source: string | null;
  readonly mark: Mark;
}
