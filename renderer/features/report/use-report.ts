import { useEffect, useRef, useState } from 'react';
import type { ReportChoices } from '#assessments/reporting/report-input.ts';
import type { ReportNews, ReportOrder } from '../../workers/report-worker.ts';

export type ReportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'stage'; readonly stage: 'photos'; readonly number: number; readonly count: number }
  | ReportNews;

/** Makes reports in a worker, one at a time; cancelling ends the worker. */
export function useReport() {
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  /** Number of the order that is wanted; every start and every stop counts on. */
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);
  const make = (order: ReportOrder) => {
    worker.current ??= new Worker(new URL('../../workers/report-worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<ReportNews>) => setState(data);
    worker.current.onerror = (event) => setState({ kind: 'failed', reason: event.message });
    setState({ kind: 'stage', stage: 'fonts' });
    worker.current.postMessage(order);
  };
  /** Makes a report, its photos read first where it shall have any; before each they ask whether to go on. */
  const start = async (
    order: ReportOrder,
    readPhotos:
      ((goesOn: (number: number, count: number) => boolean) => Promise<NonNullable<ReportChoices['photos']>>) | null,
  ) => {
    if (state.kind === 'failed') stop();
    if (readPhotos === null) return make(order);
    const mine = (turn.current += 1);
    const photos = await readPhotos((number, count) => {
      const isWanted = turn.current === mine;
      if (isWanted) setState({ kind: 'stage', stage: 'photos', number, count });
      return isWanted;
    });
    if (turn.current === mine) make({ ...order, choices: { ...order.choices, photos } });
  };
  const cancel = () => {
    stop();
    setState({ kind: 'idle' });
  };
  /** Gives up the report that was made or is being made, as it no longer fits what is chosen now. */
  const outdate = () => {
    if (state.kind === 'idle') return;
    if (state.kind === 'stage' || state.kind === 'failed') stop();
    setState({ kind: 'outdated' });
  };
  return { state, start, cancel, outdate };
}
