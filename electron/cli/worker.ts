import { parentPort } from 'node:worker_threads';
import { doWork } from './work.ts';
import type { Order } from './workers.ts';

/** A thread of a run: says that it is ready, then does one piece of work after another and says what came of each. */
parentPort?.on('message', ({ name, input }: Order) => {
  void doWork(name, input).then((worked) => parentPort?.postMessage(worked));
});
parentPort?.postMessage('ready');
