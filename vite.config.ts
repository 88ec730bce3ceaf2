import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './scripts/vite-precompress.ts';

export default defineConfig({
  root: 'web',
  plugins: [react(), precompress('dist/web-manifest.json')],
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '8080'}` } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    // The component library is one piece on the first screen; what counts is measured by scripts/web-budget.ts.
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', test: /web\/without-eval\.ts$/, minSize: 0 }] } },
    },
  },
});
