import { useEffect, useRef, useState } from 'react';
import type { PlanNews, PlanOrder } from '../../workers/plan-worker.ts';

export type PlannerState = { readonly kind: 'idle' | 'working' } | Exclude<PlanNews, { kind: 'made' }>;

/** Chooses measures in a worker, so that the window stays usable; `onMade` gets the choice. */
export function usePlanner(onMade: (made: Extract<PlanNews, { kind: 'made' }>) => void) {
  const [state, setState] = useState<PlannerState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (order: PlanOrder) => {
    worker.current ??= new Worker(new URL('../../workers/plan-worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<PlanNews>) => {
      if (data.kind === 'made') {
        setState({ kind: 'idle' });
        onMade(data);
      } else setState(data);
    };
    worker.current.onerror = (event) => setState({ kind: 'failed', reason: event.message });
    setState({ kind: 'working' });
    worker.current.postMessage(order);
  };
  return { state, start };
}
