import { Button, Group } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { Loaded } from '../../components/loaded';
import { usePageTitle } from '../../components/page';
import { courseQuery, courseOutcomeQuery, patientQuery, trajectoryQuery } from '../../api/patient-queries';
import { ReportSheet } from './report-sheet';
import classes from './report.module.css';

/** One course on one sheet of paper, A4 or Letter. */
export default function ReportPage() {
  const { patientId = '', courseId = '' } = useParams();
  usePageTitle('Report');
  const patient = useQuery(patientQuery(patientId));
  const course = useQuery(courseQuery(courseId));
  const outcome = useQuery(courseOutcomeQuery(courseId));
  const chart = useQuery(trajectoryQuery(courseId));
  const drawing = useQuery(drawingQuery(courseId));
  const complete = [patient, course, outcome, chart, drawing].every(({ data }) => data);
  return (
    <main id="main" tabIndex={-1} className={classes.page}>
      <Group className={classes.tools} justify="space-between">
        <Button component={Link} href={`/patients/${patientId}?course=${courseId}`} variant="default">
          Back to the patient
        </Button>
        <Button disabled={!complete} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      <Loaded query={patient} height={900}>
        {(known) => (
          <Loaded query={course} height={900}>
            {(loaded) => (
              <Loaded query={outcome} height={900}>
                {(achieved) => (
                  <ReportSheet patient={known} course={loaded} outcome={achieved}>
                    <Loaded query={drawing} height={300}>
                      {(source) => (
                        <img
                          className={classes.drawing}
                          src={source}
                          alt={chart.data?.textAlternative ?? 'Scores over time'}
                        />
                      )}
                    </Loaded>
                  </ReportSheet>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </main>
  );
}

/** The trajectory as the service draws it, sharp on paper, as the address of an image. */
const drawingQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.courseDrawing(id),
    queryFn: async () => {
      const svg = await bodyOf(
        api.GET('/v1/courses/{id}/charts/trajectory.svg', {
          params: { path: { id }, query: { width: 600, theme: 'light' } },
          parseAs: 'text',
        }),
      );
      return `data:image/svg+xml,${encodeURIComponent(svg)}`;
    },
  });
