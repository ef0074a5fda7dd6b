import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { parseSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots';
import { clinicQuery } from '../../api/clinic-query';
import { Loaded } from '../../components/loaded';
import { NotFoundPage } from '../../components/not-found-page';
import { Page } from '../../components/page';
import type { Course } from '../../entries/entry';
import { courseQuery } from '../../api/patient-queries';
import { ItemForm } from './item-form';
import { dateInWords } from '../../../domain/calendar/date-words';

/** The 18 answers of one slot of a course. */
export default function ItemFormPage() {
  const { courseId = '', slot: name = '' } = useParams<{ courseId: string; slot: string }>();
  const slot = parseSlot(name);
  return slot ? <FormOfSlot key={`${courseId} ${slot}`} courseId={courseId} slot={slot} /> : <NotFoundPage />;
}

function FormOfSlot({ courseId, slot }: { courseId: string; slot: SlotName }) {
  const course = useQuery(courseQuery(courseId));
  const clinic = useQuery(clinicQuery);
  return (
    <Page title={`Item form: ${slotLabel(slot)}`} lead={course.data && <WhoseForm course={course.data} />}>
      <Loaded query={course} height={480}>
        {(courseRead) => (
          <Loaded query={clinic} height={480}>
            {(clinicRead) => <ItemForm course={courseRead} slot={slot} clinic={clinicRead} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function WhoseForm({ course }: { course: Course }) {
  const { patientId, chartNumber, number, startedOn } = course;
  return (
    <>
      <Anchor component={Link} href={`/patients/${patientId}`} fw={600}>
        {chartNumber}
      </Anchor>
      , course {number}, begun {dateInWords(startedOn)}
    </>
  );
}
