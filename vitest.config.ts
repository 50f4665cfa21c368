import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Most of the time a test waits for a browser or a process; one worker fewer than cores would leave one idle.
    maxWorkers: 2,
    // One report or browser run on a slow two-core machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What is polled comes through a disk, a worker or another process.
    expect: { poll: { timeout: 30_000 } },
  },
});
