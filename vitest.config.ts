import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{engine,documents,platform,modules,server,web,cli,fixtures,migrations,tests,bench,scripts}/**/*.test.{ts,tsx}',
    ],
    // Reading the program anew for each of hundreds of files took a fifth of the run.
    isolate: false,
    setupFiles: ['tests/support/set-up.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
