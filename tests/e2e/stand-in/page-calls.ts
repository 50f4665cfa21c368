import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame } from 'playwright-core';
import { toApp } from './addresses.ts';
import { runPreload, type Preload } from './isolated-preload.ts';
import { hooks, type StandInWindow } from './state.ts';

declare global {
  var standInCall: (call: string, args: unknown[]) => Promise<unknown>;
  var standInCallBack: (id: number) => unknown;
}

const preloads = new WeakMap<Frame, Preload>();

/**
 * Gives every document the calls of the preload, more than Electron does, which gives them to the top frame alone: so
 * nothing but main's own check stands between a foreign frame and a channel.
 */
export async function carryCalls(context: BrowserContext, window: StandInWindow): Promise<void> {
  const code = readFileSync(window.options.webPreferences.preload, 'utf8');
  const start = (frame: Frame) => {
    const preload = runPreload(code, carrierOf(window, frame));
    preloads.set(frame, preload);
    return preload;
  };
  await context.exposeBinding('standInCall', ({ frame }, call: string, args: unknown[]) => {
    const { calls } = call === '' ? start(frame) : (preloads.get(frame) ?? start(frame));
    return calls[call]?.(...args.map((argument) => withCallback(frame, argument)));
  });
  const { name, calls } = runPreload(code, { invoke: () => Promise.resolve(), send: () => {} });
  await context.addInitScript(exposeCalls, { name, calls: Object.keys(calls) });
}

/** A message of main to the page. */
export function tell(frame: Frame, channel: string): void {
  preloads.get(frame)?.receive(channel);
}

/** Runs in the page, as the end of contextBridge there: values are copied, functions called by number. */
function exposeCalls({ name, calls }: { readonly name: string; readonly calls: readonly string[] }): void {
  const callbacks: (() => unknown)[] = [];
  globalThis.standInCallBack = (id) => callbacks[id]?.();
  const carried = (argument: unknown) =>
    typeof argument === 'function' ? { callback: callbacks.push(argument as () => unknown) - 1 } : argument;
  const entries = calls.map((call) => [call, (...args: unknown[]) => globalThis.standInCall(call, args.map(carried))]);
  Object.defineProperty(globalThis, name, { value: Object.freeze(Object.fromEntries(entries)) });
  void globalThis.standInCall('', []);
}

function withCallback(frame: Frame, argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('callback' in argument)) return argument;
  return () => frame.evaluate((id) => globalThis.standInCallBack(id), Number(argument.callback));
}

function carrierOf(window: StandInWindow, frame: Frame) {
  const event = () => ({
    sender: frame.page() === window.webContents.page ? window.webContents : {},
    senderFrame: { url: toApp(frame.url()), parent: frame.parentFrame() },
  });
  return {
    invoke: (channel: string, request?: unknown) => {
      const handler = hooks.handlers.get(channel);
      if (handler === undefined) return Promise.reject(new Error(`no handler for ${channel}`));
      return Promise.resolve(handler(event(), request));
    },
    send: (channel: string) => {
      if (frame.page() === window.webContents.page) window.webContents.ipc.emit(channel, event());
      hooks.messages.emit(channel, event());
    },
  };
}
