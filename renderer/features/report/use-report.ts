import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportNews, ReportOrder } from '../../workers/report-worker.ts';

export type ReportState = { readonly kind: 'idle' } | ReportNews;

/** Makes reports in a worker, one at a time; cancelling ends the worker. */
export function useReport() {
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);
  const start = (order: ReportOrder) => {
    if (state.kind === 'failed') stop();
    worker.current ??= new Worker(new URL('../../workers/report-worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<ReportNews>) => setState(data);
    worker.current.onerror = (event) => setState({ kind: 'failed', reason: event.message });
    setState({ kind: 'stage', stage: 'fonts' });
    worker.current.postMessage(order);
  };
  const cancel = () => {
    stop();
    setState({ kind: 'idle' });
  };
  /** A report that was made no longer fits what is chosen now. */
  const forget = useCallback(() => setState((before) => (before.kind === 'done' ? { kind: 'idle' } : before)), []);
  return { state, start, cancel, forget };
}
