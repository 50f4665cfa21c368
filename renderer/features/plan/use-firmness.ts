import { useEffect, useRef, useState } from 'react';
import type { Firmness } from '#assessments/schema/plan.ts';
import type { FirmnessNews, FirmnessOrder } from '../../workers/firmness-worker.ts';

export type FirmnessState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'drawn'; readonly done: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Draws how firm a plan is in a worker of its own, which ends with the page, when it is stopped, or when another begins. */
export function useFirmness() {
  const [state, setState] = useState<FirmnessState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
    setState({ kind: 'idle' });
  };
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (order: Omit<FirmnessOrder, 'data'>, onFirm: (firm: Firmness) => void) => {
    stop();
    const drawing = new Worker(new URL('../../workers/firmness-worker.ts', import.meta.url), { type: 'module' });
    worker.current = drawing;
    const fail = (reason: string) => {
      stop();
      setState({ kind: 'failed', reason });
    };
    drawing.onmessage = ({ data }: MessageEvent<FirmnessNews>) => {
      if (data.kind === 'drawn') setState(data);
      else if (data.kind === 'failed') fail(data.reason);
      else {
        stop();
        onFirm(data.firm);
      }
    };
    drawing.onerror = ({ message }) => fail(message);
    setState({ kind: 'drawn', done: 0 });
    drawing.postMessage({ ...order, data: new URL('data/', document.baseURI).href } satisfies FirmnessOrder);
  };
  return { state, start, stop };
}
