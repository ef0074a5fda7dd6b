import { useQueryClient, type Query } from '@tanstack/react-query';

/** What is shown of patients and courses anywhere; the first word of a query's key. */
const OF_CARE = ['patient', 'patients', 'course', 'courses', 'safety-notices', 'cohort'];

/** Reads again what a write to a patient or a course may have changed. */
export function useRefreshCare(): () => void {
  const client = useQueryClient();
  const predicate = ({ queryKey }: Query) => OF_CARE.includes(String(queryKey[0]));
  return () => void client.invalidateQueries({ predicate });
}
