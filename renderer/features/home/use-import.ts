import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { compareDossiers, type DossierComparison } from '#assessments/exchange/compare.ts';
import { underIdsOf } from '#assessments/exchange/under-ids-of.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ReadOutcome } from '#assessments/schema/problem.ts';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { useServices } from '../../app/services.ts';
import { useReason } from '../../app/use-attempt.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow, EnterpriseRows } from '../../storage/database.ts';
import { whileLocked } from '../../storage/record-lock.ts';
import type { Undo } from '../../ui/undo-line.tsx';
import { lackingFiles, type LackingFile } from './lacking-files.tsx';
import { namesakesOf, shelfOf, type Shelf } from './listing.ts';

/** What came of the evidence of a package. */
export interface TakenPackage {
  /** Files that are kept. */
  readonly evidence: number;
  readonly lacking: readonly LackingFile[];
}

/** The dossier on this computer, and how the one that comes in stands to it. */
export interface LocalMatch {
  readonly mine: Dossier;
  readonly comparison: DossierComparison;
  /** Archived and deleted ones are here too, and easily overlooked. */
  readonly shelf: Shelf;
}

export interface ImportPreview {
  /** Another one each time that something else is shown. */
  readonly turn: number;
  /** Its name; null for a package, which is called by who made it. */
  readonly file: string | null;
  readonly outcome: ReadOutcome<Dossier>;
  /** What to call the diagnoses in which problems lie. */
  readonly days: readonly (string | null)[];
  /** Null where the enterprise is not on this computer. */
  readonly standing: LocalMatch | null;
  /** Where it is not: enterprises here of its name or credit code, which may be the same one, begun apart. */
  readonly namesakes: readonly EnterpriseRow[];
  /** The dossier as it came, where it is shown under the ids of a namesake; else null. */
  readonly original: Dossier | null;
  /** The package that it came in; null for a file of its own. */
  readonly came: OpenedPackage | null;
  /** Why nothing was written; null where nothing was refused. */
  readonly refusal: string | null;
}

/** A dossier that came to be looked at. */
interface Arrival {
  readonly file: File;
  /** The package that it came in; null for a file of its own. */
  readonly opened: OpenedPackage | null;
}

type Done = 'import-replaced' | 'import-merged' | 'import-is-current';

/** What the user may do with a dossier that is shown. */
export interface Import {
  readonly preview: ImportPreview | null;
  /** Something is shown, is going to be or waits. */
  readonly isTaking: boolean;
  /** What was decided is being done. */
  readonly isWorking: boolean;
  /** Does what was decided, whatever page is shown meanwhile. */
  readonly run: (work: () => Promise<void>) => void;
  /** The enterprise that is being written; empty where none is. */
  readonly writing: string;
  /** What came of the last package, until it was read; null where there was none. */
  readonly taken: TakenPackage | null;
  readonly forgetTaken: () => void;
  /** Shows files one after the other, once what came before is done with. */
  readonly lookAtFiles: (files: readonly File[]) => void;
  /** Shows what a package holds, once what came before is done with. */
  readonly lookAtPackage: (opened: OpenedPackage) => void;
  /** Writes a dossier in place of the one that it was compared with. */
  readonly replace: (dossier: Dossier) => Promise<void>;
  /** Makes an archived or deleted one that is the same current again. */
  readonly putBack: (dossier: Dossier) => Promise<void>;
  readonly merge: (dossier: Dossier) => Promise<void>;
  readonly keepBoth: (dossier: Dossier) => Promise<void>;
  readonly takeEvidence: () => Promise<void>;
  /** Shows a dossier as another state of a namesake. */
  readonly joinNamesake: (id: string) => Promise<void>;
  /** Goes on with what came next, if there is anything. */
  readonly close: () => void;
}

/**
 * Shows what files and packages hold before anything is written, and writes what the user decides: evidence first, then
 * the dossier, and nothing where either cannot be or where the one here has changed meanwhile.
 */
export function useImport(onUndoable: (undo: Undo) => void): Import {
  const { say } = useWords();
  const { store, desktop, mirror, newId } = useServices();
  const reasonOf = useReason();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  /** The first is shown, the others wait: they come from outside at any time. */
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const [arrival] = arrivals;
  const [isWorking, setWorking] = useState(false);
  const [writing, setWriting] = useState('');
  const [taken, setTaken] = useState<TakenPackage | null>(null);
  /** Of the package whose evidence is here already, so that writing its dossier can be tried again. */
  const takenEvidence = useRef<(TakenPackage & { readonly ticket: string }) | null>(null);
  /** How an enterprise here stands to the one that comes; null where there is none. */
  const standingOf = async (theirs: Dossier): Promise<LocalMatch | null> => {
    const [mine, row] = await Promise.all([store.read(theirs.id), store.row(theirs.id)]);
    return mine === null || row === null
      ? null
      : { mine, comparison: compareDossiers(mine, theirs), shelf: shelfOf(row) };
  };
  const look = async ({ file, opened }: Arrival): Promise<Omit<ImportPreview, 'turn'>> => {
    const { readImport } = await import('./read-import.ts');
    const { outcome, days } = await readImport(file);
    const standing = outcome.ok ? await standingOf(outcome.value) : null;
    const namesakes = outcome.ok && standing === null ? namesakesOf(await store.list(), outcome.value) : [];
    return {
      file: opened === null ? file.name : null,
      outcome,
      days,
      standing,
      namesakes,
      original: null,
      came: opened,
      refusal: null,
    };
  };
  const lookAtPackage = (opened: OpenedPackage) =>
    setArrivals((before) => [...before, { file: new File([opened.dossier], ''), opened }]);
  const lookAtFiles = (files: readonly File[]) =>
    setArrivals((before) => [...before, ...files.map((file) => ({ file, opened: null }))]);
  const close = () => {
    setPreview(null);
    setArrivals((before) => before.filter((other) => other !== arrival));
  };
  const show = useEffectEvent(async (next: Arrival) => {
    const seen = await look(next).catch(() => notLookedAt(next.file.name));
    setPreview((before) => ({ turn: (before?.turn ?? 0) + 1, ...seen }));
  });
  useEffect(() => {
    if (arrival !== undefined) void show(arrival);
  }, [arrival]);

  const change = (part: Partial<ImportPreview>) =>
    setPreview((before) => (before === null ? null : { ...before, ...part }));
  const refuse = (refusal: string) => change({ refusal });
  /** Why the evidence of the package could not be taken; null where it was or there is none. */
  const refusalOfEvidence = async () => {
    if (preview?.outcome.ok !== true || preview.came === null) return null;
    const { ticket } = preview.came;
    if (ticket === takenEvidence.current?.ticket) return null;
    const accepted = await desktop.acceptPackage({ ticket });
    if (accepted.kind === 'done') {
      const { evidence, damaged } = accepted.value;
      takenEvidence.current = { ticket, evidence, lacking: lackingFiles(preview.came, damaged, preview.outcome.value) };
    }
    return accepted.kind === 'trouble'
      ? say('package-not-taken', { reason: say(`trouble-${accepted.trouble}`) })
      : null;
  };
  const refusalOfStore = (dossier: Dossier): Promise<string | null> =>
    store.replace(dossier).then(
      () => null,
      (error: unknown) => say('import-not-written', { reason: reasonOf(error) }),
    );
  const write = async (dossier: Dossier): Promise<boolean> => {
    const refusal = (await refusalOfEvidence()) ?? (await refusalOfStore(dossier));
    if (refusal !== null) refuse(refusal);
    return refusal === null;
  };
  const showAnew = async () => {
    if (preview?.outcome.ok !== true) return;
    const standing = await standingOf(preview.outcome.value);
    change({ turn: preview.turn + 1, standing, namesakes: [], refusal: say('import-changed-meanwhile') });
  };
  /** Done with what is shown: everything of it is written. */
  const finish = () => {
    if (preview?.came !== null && preview?.came !== undefined) setTaken(takenEvidence.current);
    close();
  };
  /** Does the work with the enterprise locked; where another window has it, that is said instead. */
  const alone = async (id: string, work: () => Promise<void>, refused: (reason: string) => void) => {
    setWriting(id);
    try {
      if (!(await whileLocked(id, work))) refused(say('import-open-elsewhere'));
    } finally {
      setWriting('');
    }
  };
  /** Undoes an import, unless the enterprise was changed after the moment at which that wrote it. */
  const undo = (before: EnterpriseRows, writtenAt: number) => {
    const { id } = before.enterprise;
    const putBack = async () => {
      if ((await store.changedAt(id)) === writtenAt) await store.putBack([before]);
      else alert(say('import-not-undone'));
    };
    return alone(id, putBack, alert);
  };
  const takeInPlace = async (dossier: Dossier, done: Done) => {
    if (!isAsShown(await store.read(dossier.id), preview)) return showAnew();
    await mirror.flush();
    const before = await store.rowsOf(dossier.id);
    if (!(await write(dossier))) return;
    if (before !== null) {
      const writtenAt = await store.changedAt(dossier.id);
      onUndoable({ text: say(done, { name: dossier.enterprise.name }), undo: () => undo(before, writtenAt) });
    }
    finish();
  };
  const inPlace = (dossier: Dossier, done: Done) => alone(dossier.id, () => takeInPlace(dossier, done), refuse);
  return {
    preview,
    isTaking: arrival !== undefined,
    isWorking,
    run: (work) => {
      setWorking(true);
      void work().finally(() => setWorking(false));
    },
    writing,
    taken,
    forgetTaken: () => setTaken(null),
    lookAtFiles,
    lookAtPackage,
    close,
    replace: (dossier) => inPlace(dossier, 'import-replaced'),
    putBack: (dossier) => inPlace(dossier, 'import-is-current'),
    merge: (dossier) => inPlace(dossier, 'import-merged'),
    keepBoth: async (dossier) => {
      const came = preview?.original ?? dossier;
      const isHere = (await store.row(came.id)) !== null;
      if (await write({ ...came, id: isHere ? (newId('ent') as Dossier['id']) : came.id })) finish();
    },
    joinNamesake: async (id) => {
      if (preview?.outcome.ok !== true) return;
      const { value: original } = preview.outcome;
      const mine = await store.read(id);
      if (mine === null) return showAnew();
      const value = underIdsOf(mine, original);
      const standing = await standingOf(value);
      const turn = preview.turn + 1;
      change({ turn, outcome: { ok: true, value }, original, standing, namesakes: [], refusal: null });
    },
    takeEvidence: async () => {
      const refusal = await refusalOfEvidence();
      if (refusal === null) finish();
      else refuse(refusal);
    },
  };
}

/** Whatever goes wrong with a file, the user who gave it is told that nothing came of it. */
function notLookedAt(file: string): Omit<ImportPreview, 'turn'> {
  const outcome = { ok: false, problems: [{ path: [], code: 'not-compared' }] } as const;
  return { file, outcome, days: [], standing: null, namesakes: [], original: null, came: null, refusal: null };
}

/** Whether what comes is here already, all of it, but out of sight. */
export function isPutBack({ standing }: ImportPreview): boolean {
  return standing !== null && standing.comparison.relation === 'same' && standing.shelf !== 'current';
}

/** Whether it came with whole evidence that is not on this computer, and there is more to decide than to put it back. */
export function offersEvidence(preview: ImportPreview): boolean {
  const brings = preview.came?.evidence.some(({ isHere, isDamaged }) => !isHere && !isDamaged) === true;
  return brings && preview.standing !== null && !isPutBack(preview);
}

function isAsShown(mine: Dossier | null, preview: ImportPreview | null): boolean {
  const shown = preview?.standing?.mine ?? null;
  if (mine === null || shown === null) return mine === shown;
  return compareDossiers(shown, mine).relation === 'same';
}
