import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One report or browser run on a slow two-core machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
