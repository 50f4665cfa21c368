import { MeasureFile, type Measure } from '../schema/measure.ts';
import type { Source } from '../schema/pack.ts';

/** The measures of all files by id, with the sources that they name. */
export interface Catalogue {
  readonly measures: readonly Measure[];
  readonly byId: ReadonlyMap<string, Measure>;
  readonly sources: Readonly<Record<string, Source>>;
}

/** Reads the files of seeds/measures. @throws where a file breaks the schema or an id stands twice. */
export function readCatalogue(files: readonly unknown[]): Catalogue {
  const read = files.map((file) => MeasureFile.parse(file));
  const measures = read.flatMap((file) => file.measures).sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(measures.map((measure) => [measure.id as string, measure]));
  if (byId.size < measures.length) throw new Error('a measure id stands twice');
  return { measures, byId, sources: Object.assign({}, ...read.map((file) => file.sources)) as Catalogue['sources'] };
}
