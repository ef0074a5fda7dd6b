import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { DownloadLink, fileAddress, useDownload } from '../../components/download';
import { showDateIn } from '../../components/dates';
import { Filters } from '../../components/lists/filters';
import { LogSection } from '../../components/lists/log-section';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { useAsked, choicesOf, type AskedEvents, type AuditEvent } from './asked';
import { eventCells } from './event-cells';

const FILES = [
  { format: 'csv', text: 'All of these as CSV' },
  { format: 'xlsx', text: 'All of these as Excel' },
];

/** Who did what, latest first: in the clinic, to one patient, or by one person. */
export default function AuditPage() {
  const asked = useAsked();
  const { patientId, staffId, query } = asked;
  const events = useInfiniteQuery({
    queryKey: queryKeys.auditEvents(query),
    queryFn: ({ pageParam }) =>
      bodyOf(api.GET('/v1/audit-events', { params: { query: { ...query, limit: 50, ...pageParam } } })),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
  });
  const download = useDownload();
  const { timeZone } = useSession().clinic;
  const first = events.data?.pages[0]?.items[0];
  return (
    <Page
      title={titleOf(asked, first)}
      tab={patientId ? 'Who looked at a patient' : 'Who did what'}
      lead="Kept in a chain that shows whether somebody changed it. What you look at is kept too."
      actions={
        patientId ? (
          <Button component={Link} href={`/patients/${patientId}`} variant="default">
            To the patient
          </Button>
        ) : null
      }
    >
      <AuditFilters asked={asked} />
      <LogSection
        title="Latest first"
        lead={
          staffId || patientId
            ? 'Days are those of the clinic.'
            : 'Days are those of the clinic. A patient’s or a person’s own list is behind “Who looked” and “Activity”.'
        }
        actions={
          <Group gap={4}>
            {FILES.map(({ format, text }) => (
              <DownloadLink
                key={format}
                download={download}
                href={fileAddress('/v1/audit-events', format, new URLSearchParams({ ...query }).toString())}
                fileName={`audit-events.${format}`}
              >
                {text}
              </DownloadLink>
            ))}
          </Group>
        }
        notice={download.error && <ProblemNotice error={download.error} />}
        columns={['When', 'Who', 'What', 'To whom', 'From']}
        query={events}
        empty="Nothing of this kind was kept."
        rows={(event) => [eventCells(event, timeZone)]}
      />
    </Page>
  );
}

/** Of whom the list is, by the names that its events have. */
function titleOf({ patientId, staffId }: AskedEvents, event: AuditEvent | undefined): string {
  if (patientId) return event?.chartNumber ? `Who looked at chart ${event.chartNumber}` : 'Who looked at the patient';
  if (staffId) return event?.staffName ? `What ${event.staffName} did` : 'What one person did';
  return 'Who did what';
}

function AuditFilters({ asked: { patientId, what, setWhat, from, setFrom, to, setTo } }: { asked: AskedEvents }) {
  const choices = choicesOf(patientId);
  const active = [
    {
      words: `What: ${choices.find(({ value }) => value === what)?.label ?? what}`,
      is: what,
      clear: () => setWhat(''),
    },
    { words: `From ${showDateIn(from)}`, is: from, clear: () => setFrom('') },
    { words: `To ${showDateIn(to)}`, is: to, clear: () => setTo('') },
  ].filter(({ is }) => is !== '');
  return (
    <>
      <Filters active={active}>
        <NativeSelect
          label="What"
          value={what}
          onChange={({ currentTarget }) => setWhat(currentTarget.value)}
          data={choices}
          maw="100%"
        />
        <TextInput
          label="From"
          type="date"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput label="To" type="date" value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
      </Filters>
    </>
  );
}
