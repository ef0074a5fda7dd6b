import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import { LogSection } from '../../components/lists/log-section';

/** Who imported which spreadsheet, and what was saved. */
export function ImportList() {
  const { timeZone } = useSession().clinic;
  const query = useInfiniteQuery({
    queryKey: queryKeys.imports,
    queryFn: ({ pageParam }) => bodyOf(api.GET('/v1/imports', { params: { query: { limit: 20, ...pageParam } } })),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
  });
  return (
    <LogSection
      title="What was imported"
      lead="A file that was imported before changes nothing when it is imported again."
      actions={
        <Button component={Link} href="/import" variant="default">
          Import a spreadsheet
        </Button>
      }
      columns={['When', 'File', 'New patients', 'New courses', 'New entries', 'By whom']}
      query={query}
      empty="Nothing was imported yet."
      rows={({ committedAt, fileName, report, committedByName }) => [
        [
          showInstant(committedAt, timeZone),
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {fileName}
          </Text>,
          `${report.patientsNew}`,
          `${report.coursesNew}`,
          `${report.assessmentsNew}`,
          committedByName ?? 'The command line',
        ],
      ]}
    />
  );
}
