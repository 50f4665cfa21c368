import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './tests/support/chromium.mjs';

/** Their files replace modules, globals or clocks, so that each has a process of its own. */
const REPLACING = ['tests/electron/**/*.test.ts', 'tests/renderer/{app,features,platform,storage,ui}/**/*.test.ts'];

export default defineConfig({
  cacheDir: 'build/cache/vite',
  test: {
    // About half of the time a test waits for a browser or a process; two for two cores would leave them idle.
    maxWorkers: 3,
    // One report or browser run on a slow two-core machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What is polled comes through a disk, a worker or another process.
    expect: { poll: { timeout: PATIENCE_MS } },
    projects: [
      { extends: true, test: { name: 'replacing', include: REPLACING } },
      // One after another in the same worker, with what is read and computed once, and one browser.
      {
        extends: true,
        test: { name: 'shared', isolate: false, include: ['tests/**/*.test.ts'], exclude: REPLACING },
      },
    ],
  },
});
