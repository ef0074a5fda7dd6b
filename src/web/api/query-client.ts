import { focusManager, QueryClient } from '@tanstack/react-query';
import { mayPass } from './problem';

/** A person comes back from another tab, or from another window beside this one. */
focusManager.setEventListener((onFocus) => {
  const back = () => onFocus();
  window.addEventListener('visibilitychange', back);
  window.addEventListener('focus', back);
  return () => {
    window.removeEventListener('visibilitychange', back);
    window.removeEventListener('focus', back);
  };
});

/** Answers are cached for a moment and read again when a person comes back; nothing is read on a timer, which would keep a session alive. */
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
