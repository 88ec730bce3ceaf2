import './without-eval.ts';
import 'dayjs/locale/zh-cn';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, ThemeProvider } from '#platform/web';
import { reloadWhenOutdated } from './reload-when-outdated.ts';
import { createAppRouter } from './router.tsx';
import { giveStylesNonce, pageNonce } from './style-nonce.ts';

const nonce = pageNonce();
giveStylesNonce(nonce);
reloadWhenOutdated();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <ThemeProvider nonce={nonce}>
        <RouterProvider router={createAppRouter()} />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
