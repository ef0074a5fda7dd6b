import './app/styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/query-client';
import { App } from './app/app';
import { keepPagesOnDevice } from './app/install';
import { readableColors, theme } from './app/theme';
import { restoreDrafts } from './components/drafts';

/** Milliseconds. */
const LONGEST_WAIT = 300;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root.');

keepPagesOnDevice();
// A database that does not answer keeps nobody waiting.
await Promise.race([restoreDrafts(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
