import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './problem';

/** Reads are kept a moment and asked anew when a person comes back; nothing is asked on a timer, which would keep a session alive. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
