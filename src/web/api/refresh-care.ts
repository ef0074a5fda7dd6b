import { useQueryClient } from '@tanstack/react-query';
import { isCare } from './query-keys';

/** Reads again what a write to a patient or a course may have changed. */
export function useRefreshCare(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: isCare });
}
