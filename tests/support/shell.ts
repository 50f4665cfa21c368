import type { Page } from 'playwright-core';

/** What main has set for its window and its process. */
export interface SetUp {
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly webRtcPolicy: string;
  /** How many rules are asked before a <webview> comes. */
  readonly webviewRules: number;
  readonly hasMenu: boolean;
  readonly resolverRules: string;
}

/** Addresses since the start, in their order. */
export interface Asked {
  /** Requests that main cancelled. */
  readonly cancelled: readonly string[];
  /** Requests that main let go to a network. */
  readonly left: readonly string[];
  /** Navigations that main refused. */
  readonly refused: readonly string[];
}

/** The desktop program with its window, whatever runs it. */
export interface Shell {
  readonly page: Page;
  readonly setUp: () => Promise<SetUp>;
  readonly asked: () => Promise<Asked>;
  /** What dialogs give from now on; null or nothing where the user closes them. */
  readonly choose: (paths: { readonly save?: string | null; readonly open?: readonly string[] }) => Promise<void>;
  /** Files shown in their folder. */
  readonly revealed: () => Promise<readonly string[]>;
  /** A page of another origin that has the preload all the same. */
  readonly foreignPage: () => Promise<Page>;
  /** Lets the page open windows; settles once main has answered. */
  readonly openWindows: (addresses: readonly string[]) => Promise<void>;
  readonly countWindows: () => Promise<number>;
  /** Starts the program once more on the same data; whether that ended by itself without a window. */
  readonly endsStartedAgain: (args?: readonly string[]) => Promise<boolean>;
  readonly isInFront: () => Promise<boolean>;
  /** Asks the window to close; settles when it has. */
  readonly close: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a shell is started with: a folder for its `profile` and the user's home (`家`), and arguments of the program. */
export interface Start {
  readonly data: string;
  readonly args?: readonly string[];
}

export interface Launcher {
  readonly name: string;
  /** Why it cannot run here; null where it can. */
  readonly missing: string | null;
  readonly build: () => Promise<void>;
  readonly start: (start: Start) => Promise<Shell>;
}
