import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource/newsreader/500.css';
import './app/mantine.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom'; // the one that knows of flushSync
import { Refused } from './api/client';
import { keys } from './api/queries';
import { router } from './app/router';
import { theme, variables } from './app/theme';
import { startWords } from './i18n';

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // whoever is no longer signed in finds out at once, whatever was asked
      if (error instanceof Refused && error.status === 401 && query.queryKey !== keys.me) {
        client.invalidateQueries({ queryKey: keys.me });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => !(error instanceof Refused && error.status > 0 && error.status < 500) && failures < 2,
    },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce); // of the sheet that keeps the page still behind a drawer
const root = document.getElementById('root');

await startWords();
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={client}>
          <Notifications position="bottom-center" zIndex={400} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
