import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {RouterProvider} from '@tanstack/react-router';
import {Problem} from '../api/problem';
import {router} from './routes';

/** Only what passes by itself is asked again; a "no" is an answer. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof Problem && error.passes && failures < 2,
      networkMode: 'offlineFirst',
    },
    mutations: {networkMode: 'always'},
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
