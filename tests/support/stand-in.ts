import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { buildShell } from '#electron/build-shell.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import type { Control } from '#tests/e2e/stand-in/state.ts';
import { PROJECT } from './cli.ts';

const OUT = join(PROJECT, 'build', 'stand-in');
let starts = 0;

/** Builds the window, main against the stand-in for Electron, and the preload as it is shipped. */
export async function buildStandIn(): Promise<void> {
  await buildWindow();
  await buildShell({
    outdir: OUT,
    electron: join(PROJECT, 'tests/e2e/stand-in/electron-main.ts'),
    external: ['playwright-core'],
  });
}

export interface Running {
  readonly control: Control;
  /** The page of the first window; there is none where the program ended at once. */
  readonly page: () => Promise<Page>;
}

/** Runs the real main once more from the start, with what the test presets. */
export async function startStandIn(preset: Partial<Control>): Promise<Running> {
  globalThis.standIn = preset;
  await import(`${pathToFileURL(join(OUT, 'main.mjs')).href}?start=${(starts += 1)}`);
  const control = globalThis.standIn as Control;
  return {
    control,
    page: async () => {
      const page = await control.windows[0]?.ready;
      if (page === undefined) throw new Error('no window was opened');
      return page;
    },
  };
}
