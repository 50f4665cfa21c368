import { EventEmitter } from 'node:events';
import { createContext, runInContext } from 'node:vm';

type Call = (...args: unknown[]) => unknown;

/** How a preload reaches main. */
export interface Carrier {
  readonly invoke: (channel: string, request?: unknown) => Promise<unknown>;
  readonly send: (channel: string) => void;
}

export interface Preload {
  /** The name under which the page finds the calls. */
  readonly name: string;
  readonly calls: Readonly<Record<string, Call>>;
  readonly receive: (channel: string) => void;
}

/**
 * Runs the preload as it was built, in a context of its own outside the browser: no script of the page can reach it, and
 * it has no module but `electron`. @throws where it asks for another one or exposes nothing.
 */
export function runPreload(code: string, { invoke, send }: Carrier): Preload {
  const listeners = new EventEmitter();
  let exposed: Pick<Preload, 'name' | 'calls'> | undefined;
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, calls: Preload['calls']) => {
        exposed = { name, calls };
      },
    },
    ipcRenderer: { invoke, send, on: (channel: string, listener: () => void) => listeners.on(channel, listener) },
  };
  const run = runInContext(`(require) => {${code}\n}`, createContext({})) as (
    require: (name: string) => unknown,
  ) => void;
  run((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot have ${name}`);
    return electron;
  });
  if (exposed === undefined) throw new Error('the preload exposes nothing');
  return { ...exposed, receive: (channel) => listeners.emit(channel) };
}
