import { signsOf } from '#assessments/exchange/same-mill.ts';
import type { Dossier, Enterprise } from '#assessments/schema/dossier.ts';
import type { ReadOutcome, Problem } from '#assessments/schema/problem.ts';
import type { DossierFile } from './find-dossiers.ts';
import { openDossier } from './open-dossier.ts';

/** A dossier that will be diagnosed, with what a run must know of it before it begins. */
export interface SoundDossier {
  readonly file: DossierFile;
  readonly id: string;
}

/** What the files of a run hold. */
export interface Stock {
  readonly sound: readonly SoundDossier[];
  readonly refused: number;
  /** Results of an earlier run, which a folder may hold beside its dossiers. */
  readonly passedOver: readonly DossierFile[];
  /** Files that may be of one enterprise, two by two, the earlier first. */
  readonly sameMill: readonly (readonly [DossierFile, DossierFile])[];
}

/**
 * Looks through every file, one in memory at a time, so that what is wrong is known before anything is written. Tells at
 * once why a file is refused; in a batch a result is no reason to refuse anything.
 */
export async function takeStock(
  files: readonly DossierFile[],
  isBatch: boolean,
  refuse: (name: string, problems: readonly Problem[]) => void,
): Promise<Stock> {
  const sound: SoundDossier[] = [];
  const passedOver: DossierFile[] = [];
  const sameMill: (readonly [DossierFile, DossierFile])[] = [];
  const ids = new Set<string>();
  const bySign = new Map<string, DossierFile>();
  let refused = 0;
  for (const file of files) {
    const opened = await openToScore(file, ids);
    if (opened.ok) {
      const { id, enterprise } = opened.value;
      sound.push({ file, id });
      ids.add(id);
      const earlier = firstOfMill(enterprise, file, bySign);
      if (earlier !== file) sameMill.push([earlier, file]);
    } else if (isBatch && opened.problems.some(({ code }) => code === 'is-result')) passedOver.push(file);
    else {
      refused += 1;
      refuse(file.name, opened.problems);
    }
  }
  return { sound, refused, passedOver, sameMill };
}

/** A dossier that can be scored and whose id is none of those before it. */
async function openToScore(file: DossierFile, before: ReadonlySet<string>): Promise<ReadOutcome<Dossier>> {
  const opened = await openDossier(file.path);
  if (!opened.ok) return opened;
  if (opened.value.diagnoses.length === 0) return refusal(['diagnoses'], 'no-diagnosis');
  return before.has(opened.value.id) ? refusal(['id'], 'duplicate-id') : opened;
}

/** The first file that shares a sign with an enterprise, or this one; remembers its signs. */
function firstOfMill(enterprise: Enterprise, file: DossierFile, bySign: Map<string, DossierFile>): DossierFile {
  const signs = signsOf(enterprise);
  const [earlier = file] = signs.flatMap((sign) => bySign.get(sign) ?? []);
  for (const sign of signs) if (!bySign.has(sign)) bySign.set(sign, file);
  return earlier;
}

function refusal(path: Problem['path'], code: Problem['code']): ReadOutcome<Dossier> {
  return { ok: false, problems: [{ path, code }] };
}
