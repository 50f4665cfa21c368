import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';

type Asks = (contents: null, permission: string, answer: (isGiven: boolean) => void) => void;

/** A window as the test and the page behind it see it. */
export interface StandInWindow {
  readonly options: { readonly webPreferences: { readonly preload: string } & Record<string, unknown> };
  readonly webContents: EventEmitter & {
    readonly ipc: EventEmitter;
    page: Page | undefined;
    reload: () => Promise<void>;
    readonly webRtcPolicy: string;
    readonly mayOpen: () => { action: string };
  };
  readonly ready: Promise<Page> | undefined;
  readonly isClosed: boolean;
  readonly focused: number;
  readonly close: () => void;
}

/** What the test sets before main runs, and sees of it afterwards. */
export interface Control {
  userData: string;
  home: string;
  isFirstInstance: boolean;
  savePath: string | null;
  openPaths: string[];
  readonly revealed: string[];
  readonly errorBoxes: string[];
  quits: number;
  /** Arguments with which Chromium is started. */
  readonly switches: string[];
  /** Requests that main cancelled, and those that it let go to a network, where the stand-in stops them. */
  readonly cancelled: string[];
  readonly left: string[];
  readonly refusedNavigations: string[];
  readonly windows: StandInWindow[];
  /** As in Electron there is one until main sets another or none. */
  menu: unknown;
  /** As in Electron, what has no handler is allowed. */
  readonly permissions: { ask: Asks; check: (contents: null, name: string) => boolean; device: () => boolean };
  readonly appEvents: EventEmitter;
  stop: () => Promise<void>;
}

declare global {
  /** Main is bundled with a copy of the stand-in of its own, so the test finds it here. */
  var standIn: Partial<Control> | undefined;
}

export const control: Control = {
  userData: '',
  home: '',
  isFirstInstance: true,
  savePath: null,
  openPaths: [],
  revealed: [],
  errorBoxes: [],
  quits: 0,
  switches: [],
  cancelled: [],
  left: [],
  refusedNavigations: [],
  windows: [],
  menu: 'default',
  permissions: { ask: (_contents, _name, answer) => answer(true), check: () => true, device: () => true },
  appEvents: new EventEmitter(),
  stop: () => Promise.resolve(),
  ...globalThis.standIn,
};
globalThis.standIn = control;

/** Sent once main loads a window or quits. */
export const BEGUN = 'stand-in-begun';

/** What main has set to be asked. */
export interface Hooks {
  readonly handlers: Map<string, (event: unknown, request?: unknown) => unknown>;
  /** Messages of the page that want no answer. */
  readonly messages: EventEmitter;
  serve: (request: { url: string; method: string }) => Promise<Response>;
  onRequest: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void;
}

export const hooks: Hooks = {
  handlers: new Map(),
  messages: new EventEmitter(),
  serve: () => Promise.resolve(new Response(null, { status: 404 })),
  onRequest: (_details, decide) => decide({ cancel: false }),
};
