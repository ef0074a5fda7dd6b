import { useQueryClient, type QueryClient } from '@tanstack/react-query';

/** What is shown of patients and courses anywhere; the first word of a query's key. */
const OF_CARE = ['patient', 'patients', 'course', 'courses', 'safety-notices', 'cohort'];

/** Reads anew what a write to a patient or a course may have changed. */
export function refreshCare(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => OF_CARE.includes(String(queryKey[0])),
  });
}

export function useRefreshCare(): () => void {
  const client = useQueryClient();
  return () => void refreshCare(client);
}
