import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** Leads to the patient who has a chart number already. */
export function TakenNumber({ chartNumber }: { chartNumber: string }) {
  const { data } = useQuery({
    queryKey: queryKeys.patientWithNumber(chartNumber),
    queryFn: () => bodyOf(api.GET('/v1/patients', { params: { query: { chartNumber, limit: 10 } } })),
  });
  const patient = data?.items.find((found) => found.chartNumber === chartNumber);
  if (!patient) return null;
  return (
    <Text size="sm">
      Is it the same person?{' '}
      <Anchor component={Link} href={`/patients/${patient.id}`} inherit underline="always">
        Open {patient.chartNumber}
      </Anchor>{' '}
      and begin the course there.
    </Text>
  );
}
