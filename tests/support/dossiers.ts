import type { PackLibrary } from '#assessments/packs/library.ts';
import { library as shippedLibrary } from '#assessments/packs/registry.ts';
import { scoreMill, diagnosisToScore, type ScoredMill, type Scores } from '#assessments/scoring/scored-mill.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { Dossier } from '#assessments/schema/dossier.ts';

export const ALL_TOPICS = {
  'intelligent-manufacturing': '1.0.0',
  'cloud-adoption': '1.0.0',
  'water-efficiency': '1.0.0',
  'green-factory': '1.0.0',
};

/** What a test says about a mill; everything else is unknown. */
export interface MillSketch {
  readonly id?: string;
  readonly name?: string;
  readonly subSectors?: readonly string[];
  readonly processes?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly prior?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly packs?: Readonly<Record<string, string>>;
  readonly enterprise?: Readonly<Record<string, unknown>>;
}

export const YEAR = 2025;
/** The day of every scoring in tests. */
export const AS_OF = '2026-11-24';

/** What a mill comes to, with what is said of its input. */
export type ScoredSketch = Scores & Pick<ScoredMill, 'warnings'>;

/** A dossier as it stands in a file. */
export function dossierJson(sketch: MillSketch = {}): Record<string, unknown> {
  return {
    format: 'zhizhen-dossier',
    version: 1,
    id: sketch.id ?? 'mill-under-test',
    enterprise: {
      name: sketch.name ?? '示例纺织厂',
      subSectors: sketch.subSectors ?? ['DYEING'],
      processes: sketch.processes ?? ['woven-dyeing'],
      ...sketch.enterprise,
    },
    facts: { [YEAR]: sketch.facts ?? {}, [YEAR - 1]: sketch.prior ?? {} },
    diagnoses: [
      {
        id: 'd1',
        openedOn: '2026-03-02',
        year: YEAR,
        packs: sketch.packs ?? ALL_TOPICS,
        answers: sketch.answers ?? {},
      },
    ],
  };
}

export function scoreSketch(sketch: MillSketch): ScoredSketch {
  return scoreDossier(Dossier.parse(dossierJson(sketch)));
}

export function scoreDossier(dossier: Dossier, library: PackLibrary = shippedLibrary): ScoredSketch {
  const { scores, warnings } = scoredMillOf(dossier, library);
  return { ...scores, warnings };
}

/** The round that counts, scored without a list of counties. */
export function scoredMillOf(dossier: Dossier, library: PackLibrary = shippedLibrary): ScoredMill {
  const diagnosis = diagnosisToScore(dossier, AS_OF);
  if (diagnosis === undefined) throw new Error('the dossier holds no diagnosis');
  return scoreMill(dossier, diagnosis, { library, machines: knownIds.machines, counties: [], asOf: AS_OF });
}
