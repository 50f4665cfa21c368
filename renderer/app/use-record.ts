import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import type { ScoredDiagnosis } from '#assessments/scoring/score-diagnosis.ts';
import { latestScore } from '../storage/latest-score.ts';
import { keepLastWords, writeLastWords } from '../storage/last-words.ts';
import { OpenRecord, type RecordState } from '../storage/open-record.ts';
import { lockRecord } from '../storage/record-lock.ts';
import { commitDrafts } from '../ui/open-drafts.ts';
import { useServices } from './services.ts';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open'; readonly record: OpenRecord };

/** Opens an enterprise for as long as the component lives; what was typed last is written before it goes. */
export function useOpenRecord(id: string): Opened {
  const { store, now } = useServices();
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    let gone = false;
    let release = () => {};
    void (async () => {
      const lock = await lockRecord(id);
      release = lock.release;
      if (lock.mine) await writeLastWords(id, store);
      const dossier = await store.read(id);
      if (gone) lock.release();
      else
        setOpened(
          dossier === null
            ? { kind: 'missing' }
            : { kind: 'open', record: new OpenRecord(store, dossier, !lock.mine, now) },
        );
    })().catch((error: unknown) => setOpened({ kind: 'failed', reason: String(error) }));
    return () => {
      gone = true;
      release();
    };
  }, [id, store, now]);
  useEffect(() => {
    if (opened.kind !== 'open') return;
    const { record } = opened;
    const onHide = () => {
      commitDrafts();
      keepLastWords(record, now());
    };
    document.addEventListener('visibilitychange', commitDrafts);
    window.addEventListener('pagehide', onHide);
    return () => {
      document.removeEventListener('visibilitychange', commitDrafts);
      window.removeEventListener('pagehide', onHide);
    };
  }, [opened, now]);
  return opened;
}

export const RecordContext = createContext<OpenRecord | null>(null);

export interface RecordView extends RecordState {
  readonly record: OpenRecord;
  /** The diagnosis that is being filled in: the one opened last. */
  readonly diagnosis: Diagnosis;
  readonly scored: ScoredDiagnosis;
}

/** The open enterprise with the scores of its latest diagnosis, recomputed with every change. */
export function useRecord(): RecordView {
  const record = use(RecordContext);
  if (record === null) throw new Error('no enterprise is open above this component');
  const state = useSyncExternalStore(record.subscribe, record.state);
  const latest = latestScore(state.dossier);
  if (latest === null) throw new Error('an open enterprise has a diagnosis');
  return { ...state, ...latest, record };
}
