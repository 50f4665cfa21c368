import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { InputOf, ProductOf, WorkName } from './work.ts';
import { failed, type Worked } from './worked.ts';

/** Who does the work of a run. */
export interface Crew {
  /** Pieces of work that are done at once. */
  readonly size: number;
  readonly do: <Name extends WorkName>(name: Name, input: InputOf<Name>) => Promise<Worked<ProductOf<Name>>>;
  /** Ends at once, whatever is being done; what was begun is left as it is. */
  readonly close: () => Promise<void>;
}

/** What a worker is told to do. */
export interface Order<Name extends WorkName = WorkName> {
  readonly name: Name;
  readonly input: InputOf<Name>;
}

interface Job {
  readonly order: Order;
  readonly settle: (worked: Worked<never>) => void;
}

/** Starts threads of an entry. @returns those that started, as a crew; null where none did */
export async function startWorkers(entry: URL, count: number): Promise<Crew | null> {
  const started = await Promise.allSettled(Array.from({ length: count }, () => startWorker(entry)));
  const workers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return workers.length === 0 ? null : new Workers(entry, workers);
}

/** Threads that take work from one queue. Who dies over a piece of work gives up that one, and another takes the place. */
class Workers implements Crew {
  readonly size: number;
  readonly #entry: URL;
  readonly #all: Set<Worker>;
  readonly #idle: Worker[];
  readonly #queue: Job[] = [];
  #isClosed = false;

  constructor(entry: URL, workers: readonly Worker[]) {
    this.#entry = entry;
    this.#all = new Set(workers);
    this.#idle = [...workers];
    this.size = workers.length;
  }

  do<Name extends WorkName>(name: Name, input: InputOf<Name>): Promise<Worked<ProductOf<Name>>> {
    return new Promise((settle) => {
      this.#queue.push({ order: { name, input }, settle });
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #handOut(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) void this.#give(this.#idle.pop(), this.#queue.shift());
  }

  async #give(worker: Worker | undefined, job: Job | undefined): Promise<void> {
    if (worker === undefined || job === undefined) return;
    worker.postMessage(job.order);
    try {
      job.settle((await answerOf(worker)) as Worked<never>);
      this.#idle.push(worker);
    } catch (error) {
      if (this.#isClosed) return;
      this.#all.delete(worker);
      job.settle(failed(error));
      await this.#replace();
    }
    this.#handOut();
  }

  /** Where no thread is left and none can be started, what is queued is not done. */
  async #replace(): Promise<void> {
    try {
      const worker = await startWorker(this.#entry);
      this.#all.add(worker);
      this.#idle.push(worker);
      if (this.#isClosed) await worker.terminate();
    } catch (error) {
      if (this.#all.size === 0) for (const { settle } of this.#queue.splice(0)) settle(failed(error));
    }
  }
}

/** @throws what kept the thread from starting */
async function startWorker(entry: URL): Promise<Worker> {
  const worker = new Worker(entry);
  // Whoever waits for an answer is told; without one who listens, Node would end the program.
  worker.on('error', () => undefined);
  await answerOf(worker);
  return worker;
}

/** The next thing that a thread says. @throws what it died of */
async function answerOf(worker: Worker): Promise<unknown> {
  const heard = new AbortController();
  const { signal } = heard;
  try {
    const [answer] = (await Promise.race([once(worker, 'message', { signal }), deathOf(worker, signal)])) as [unknown];
    return answer;
  } finally {
    heard.abort();
  }
}

async function deathOf(worker: Worker, signal: AbortSignal): Promise<never> {
  const [code] = (await once(worker, 'exit', { signal })) as [number];
  throw new Error(`thread exit ${code}`);
}
