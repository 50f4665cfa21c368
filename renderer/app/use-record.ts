import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { latestScore } from '../storage/latest-score.ts';
import type { OpenRecord, RecordState } from '../storage/open-record.ts';
import { commitDrafts } from '../ui/open-drafts.ts';
import { useServices } from './services.ts';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open'; readonly record: OpenRecord };

/** Opens an enterprise for as long as the component lives; what was typed last is handed on before it goes. */
export function useOpenRecord(id: string): Opened {
  const { records } = useServices();
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    let gone = false;
    const opening = records.open(id);
    opening.then(
      (record) => {
        if (!gone) setOpened(record === null ? { kind: 'missing' } : { kind: 'open', record });
      },
      (error: unknown) => setOpened({ kind: 'failed', reason: String(error) }),
    );
    return () => {
      gone = true;
      commitDrafts();
      void opening.then((record) => record !== null && records.close(record)).catch(() => {});
    };
  }, [id, records]);
  return opened;
}

export const RecordContext = createContext<OpenRecord | null>(null);

export interface RecordView extends RecordState {
  readonly record: OpenRecord;
  /** The diagnosis that is being filled in: the one opened last. */
  readonly diagnosis: Diagnosis;
  readonly mill: ScoredMill;
}

/** The open enterprise with the scores of its latest diagnosis, recomputed with every change. */
export function useRecord(): RecordView {
  const record = use(RecordContext);
  if (record === null) throw new Error('no enterprise is open above this component');
  const { today } = useServices();
  const state = useSyncExternalStore(record.subscribe, record.state);
  const mill = latestScore(state.dossier, today());
  if (mill === null) throw new Error('an open enterprise has a diagnosis');
  return { ...state, diagnosis: mill.diagnosis, mill, record };
}
