import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{engine,documents,platform,modules,server,web,cli,fixtures,migrations,tests,bench,scripts}/**/*.test.{ts,tsx}',
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
