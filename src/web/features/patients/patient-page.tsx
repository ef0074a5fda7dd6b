import { Box, Button, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'wouter';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { Empty } from '../../components/empty';
import { HistorySection } from '../../components/history/history';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { CorrectPatientDialog } from './correct-patient';
import { CourseView } from './course-view';
import { useOpenDialog } from '../../components/dialogs/dialog-draft';
import { NewCourseDialog } from './new-course';
import { coursesOfPatientQuery, patientQuery } from '../../api/patient-queries';
import { useSession } from '../../session/session';
import { KIND_LABELS, patientWords } from '../../components/course-words';

type Patient = Schemas['PatientResponse'];
type Course = Schemas['CourseResponse'];

/** One patient, with a course to choose where there are several. */
export default function PatientPage() {
  const { patientId = '' } = useParams();
  const patient = useQuery(patientQuery(patientId));
  const courses = useQuery(coursesOfPatientQuery(patientId));
  if (!patient.data || !courses.data) {
    return (
      <Page title="Patient">
        <Loaded query={patient}>{() => <Loaded query={courses}>{() => null}</Loaded>}</Loaded>
      </Page>
    );
  }
  return <Known key={patientId} patient={patient.data} courses={courses.data} />;
}

function Known({ patient, courses }: { patient: Patient; courses: readonly Course[] }) {
  const { open, show: openDialog, close } = useOpenDialog(`patient ${patient.id}`);
  const [search, setSearch] = useSearchParams();
  const { staff, clinic } = useSession();
  const director = staff.role === 'director';
  const show = (courseId: string) => setSearch({ course: courseId }, { replace: true });
  const wanted = search.get('course');
  const shown = courses.find(({ id }) => id === wanted) ?? courses.at(-1);
  const begin = <Button onClick={() => openDialog('course')}>Begin a course</Button>;
  return (
    <Page
      title={`Chart ${patient.chartNumber}`}
      tab="Patient"
      lead={patientWords(patient)}
      actions={
        <>
          <Button variant="default" onClick={() => openDialog('correct')}>
            Correct the patient
          </Button>
          {director && (
            <Button component={Link} href={`/audit?patient=${patient.id}`} variant="default">
              Who looked
            </Button>
          )}
          {shown && begin}
        </>
      }
    >
      {shown ? (
        <Courses courses={courses} shown={shown} onShow={show} />
      ) : (
        <Empty title="No course yet" action={begin}>
          Scores belong to a course of up to six infusions. Begin one to record the first.
        </Empty>
      )}
      <Box mt="xl">
        <HistorySection
          timeZone={clinic.timeZone}
          of="the patient"
          queryKey={queryKeys.patient(patient.id)}
          read={(query) =>
            bodyOf(api.GET('/v1/patients/{id}/history', { params: { path: { id: patient.id }, query } }))
          }
        />
      </Box>
      <CorrectPatientDialog patient={patient} opened={open === 'correct'} onClose={close} />
      <NewCourseDialog
        patient={patient}
        before={courses}
        opened={open === 'course'}
        onClose={close}
        onBegun={({ id }) => show(id)}
      />
    </Page>
  );
}

interface CoursesProps {
  courses: readonly Course[];
  shown: Course;
  onShow: (courseId: string) => void;
}

function Courses({ courses, shown, onShow }: CoursesProps) {
  if (courses.length === 1) return <CourseView courseId={shown.id} />;
  return (
    <Tabs value={shown.id} onChange={(id) => id && onShow(id)} keepMounted={false}>
      <Tabs.List aria-label="Courses" mb="md">
        {courses.map(({ id, number, kind }) => (
          <Tabs.Tab key={id} value={id}>
            Course {number}&nbsp;· {KIND_LABELS[kind]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown.id}>
        <Stack>
          <CourseView key={shown.id} courseId={shown.id} />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}
