import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AS_UMASK_SAYS } from '../host/files/rights.ts';
import { makeFolder } from '../host/files/write-atomically.ts';
import { writing } from './write-failure.ts';

const NAME = /^\.zhizhen-(\d+)\.unfinished$/;
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder for what is not yet in its place. */
export interface Drafts {
  readonly folder: string;
  /** Removes the folder and what is left in it. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the folder of drafts of this run inside the output folder, and removes those that runs which are no more left there.
 * It goes too where the run is told to end, once `stop` has stopped whoever writes into it. @throws WriteFailure where
 * nothing can be written there
 */
export async function openDrafts(output: string, stop: () => Promise<void>): Promise<Drafts> {
  const folder = join(output, `.zhizhen-${process.pid}.unfinished`);
  let isEnding = false;
  const end = (signal: NodeJS.Signals) => {
    // A shell and what it runs may both pass the signal on.
    if (isEnding) return;
    isEnding = true;
    void stop().finally(() => {
      rmSync(folder, { recursive: true, force: true });
      leave();
      process.kill(process.pid, signal);
    });
  };
  const leave = () => {
    for (const signal of ENDS) process.off(signal, end);
  };
  for (const signal of ENDS) process.on(signal, end);
  try {
    await writing(output, async () => {
      await makeFolder(folder, AS_UMASK_SAYS);
      await removeAbandoned(output);
    });
  } catch (error) {
    leave();
    throw error;
  }
  return {
    folder,
    close: async () => {
      leave();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function removeAbandoned(output: string): Promise<void> {
  for (const name of await readdir(output)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(output, name), { recursive: true, force: true });
  }
}

/** A process of another user cannot be asked, so it is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
