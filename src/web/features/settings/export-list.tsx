import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { showInstant } from '../../components/dates';
import { DownloadLink, fileAddress, useDownload } from '../../components/download';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { LogSection } from '../../components/lists/log-section';

const KINDS = { courses: 'Courses', scores: 'Scores' } as const;

const FILES = (['courses', 'scores'] as const).flatMap((kind) => [
  { kind, format: 'csv', program: 'CSV' },
  { kind, format: 'xlsx', program: 'Excel' },
]);

/** Takes the clinic's data out as CSV or Excel workbook, and shows who did so before. */
export function ExportList() {
  const { timeZone } = useSession().clinic;
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.exports,
    queryFn: ({ pageParam }) => bodyOf(api.GET('/v1/exports', { params: { query: { limit: 20, ...pageParam } } })),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
  });
  const download = useDownload(() => client.invalidateQueries({ queryKey: queryKeys.exports }));
  return (
    <LogSection
      title="What was exported"
      lead="“Courses” has one row a course, as an import takes it; “Scores” one row a score, with item answers. Both hold patients’ data: keep them safe."
      actions={FILES.map(({ kind, format, program }) => (
        <DownloadLink
          key={`${kind}.${format}`}
          download={download}
          href={fileAddress(`/v1/exports/${kind}`, format)}
          fileName={`${kind}.${format}`}
        >
          Export {KINDS[kind].toLowerCase()} ({program})
        </DownloadLink>
      ))}
      notice={download.error && <ProblemNotice error={download.error} />}
      columns={['When', 'What', 'Rows', 'By whom']}
      query={query}
      empty="Nothing was exported yet."
      rows={({ exportedAt, kind, rows, exportedByName }) => [
        [showInstant(exportedAt, timeZone), KINDS[kind], `${rows}`, exportedByName ?? 'The command line'],
      ]}
    />
  );
}
