import type { DossierFile } from './find-dossiers.ts';
import { inOrder } from './in-order.ts';
import type { Sight } from './work.ts';
import { orWriteFailure, type Undone } from './worked.ts';
import type { Crew } from './workers.ts';

type Seen = Undone | { readonly kind: 'done'; readonly value: Sight };

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
  readonly passedOver: ReadonlySet<DossierFile>;
  /** Files that may be of one enterprise, two by two, the earlier first. */
  readonly sameMill: readonly (readonly [DossierFile, DossierFile])[];
}

/**
 * Looks through every file, so that what is wrong is known before anything is written. Tells in the order of the files why
 * one is refused; in a batch a result is no reason to refuse anything.
 */
export async function takeStock(
  files: readonly DossierFile[],
  isBatch: boolean,
  crew: Crew,
  refuse: (name: string, undone: Undone) => void,
): Promise<Stock> {
  const sound: SoundDossier[] = [];
  const passedOver = new Set<DossierFile>();
  const sameMill: (readonly [DossierFile, DossierFile])[] = [];
  const ids = new Set<string>();
  const bySign = new Map<string, DossierFile>();
  let refused = 0;
  for await (const [file, looked] of inOrder(files, crew.size, ({ path }) => crew.do('look', path))) {
    const seen = onlyOnce(orWriteFailure(looked), ids);
    if (seen.kind === 'done') {
      const { id, signs } = seen.value;
      sound.push({ file, id });
      ids.add(id);
      const earlier = firstOfMill(signs, file, bySign);
      if (earlier !== file) sameMill.push([earlier, file]);
    } else if (isBatch && isResult(seen)) passedOver.add(file);
    else {
      refused += 1;
      refuse(file.name, seen);
    }
  }
  return { sound, refused, passedOver, sameMill };
}

/** What was seen, refused where its id is that of one before it. */
function onlyOnce(looked: Seen, before: ReadonlySet<string>): Seen {
  if (looked.kind !== 'done' || !before.has(looked.value.id)) return looked;
  return { kind: 'refused', problems: [{ path: ['id'], code: 'duplicate-id' }] };
}

function isResult(undone: Undone): boolean {
  return undone.kind === 'refused' && undone.problems.some(({ code }) => code === 'is-result');
}

/** The first file that shares a sign with an enterprise, or this one; remembers its signs. */
function firstOfMill(signs: readonly string[], file: DossierFile, bySign: Map<string, DossierFile>): DossierFile {
  const [earlier = file] = signs.flatMap((sign) => bySign.get(sign) ?? []);
  for (const sign of signs) if (!bySign.has(sign)) bySign.set(sign, file);
  return earlier;
}
