import { parentPort } from 'node:worker_threads';

/** A worker that ends at once over a file of this name, without an answer. */
parentPort?.on('message', ({ name, input }: { name: string; input: { path?: string } }) => {
  if (name === 'diagnose' && input.path?.endsWith('deadly.json') === true) process.exit(7);
});
await import('#electron/cli/worker.ts');
