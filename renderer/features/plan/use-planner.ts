import { useEffect, useRef, useState } from 'react';
import type { PlanNews, PlanOrder } from '../../workers/plan-worker.ts';

export type PlannerState = { readonly kind: 'idle' | 'working' } | PlanNews;
/** The three aims beside each other. */
export type MadePlans = Extract<PlanNews, { kind: 'made' }>;

/** Chooses measures in a worker, so that the window stays usable. `forget` takes away what it found. */
export function usePlanner() {
  const [state, setState] = useState<PlannerState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  const start = (order: Omit<PlanOrder, 'data'>) => {
    worker.current ??= new Worker(new URL('../../workers/plan-worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<PlanNews>) => setState(data);
    worker.current.onerror = (event) => setState({ kind: 'failed', reason: event.message });
    setState({ kind: 'working' });
    worker.current.postMessage({ ...order, data: new URL('data/', document.baseURI).href } satisfies PlanOrder);
  };
  return { state, start, forget: () => setState({ kind: 'idle' }) };
}
