import { availableParallelism, totalmem } from 'node:os';
import type { Crew } from './workers.ts';

/** Fewer dossiers are done before a thread has started. */
const DOSSIERS_PER_WORKER = 12;
/** What a thread takes with the largest dossier and its documents, at most. */
const BYTES_PER_WORKER = 512 * 2 ** 20;

/**
 * A thread on every core for as many dossiers as are worth it; this one alone for fewer, where `entry` is null, and where no
 * thread can be started.
 */
export async function openCrew(entry: URL | null, dossiers: number): Promise<Crew> {
  const count = Math.min(
    availableParallelism(),
    Math.floor(totalmem() / BYTES_PER_WORKER),
    Math.floor(dossiers / DOSSIERS_PER_WORKER),
  );
  const workers = entry === null || count < 2 ? null : await startWorkersOf(entry, count);
  return workers ?? alone();
}

async function startWorkersOf(entry: URL, count: number): Promise<Crew | null> {
  const { startWorkers } = await import('./workers.ts');
  return startWorkers(entry, count);
}

async function alone(): Promise<Crew> {
  const { doWork } = await import('./work.ts');
  return { size: 1, do: doWork, close: () => Promise.resolve() };
}
