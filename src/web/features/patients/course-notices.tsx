import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SAFETY_NOTICE_LIMITS } from '../../../domain/cudos/safety';
import { Acknowledgement } from '../../entries/acknowledgement';
import { clinicQuery } from '../../api/clinic-query';
import { Loaded } from '../../components/loaded';
import { noticesQuery } from '../../api/patient-queries';
import { noticeWords } from '../../components/course-words';

/** Every safety notice of a course: the open ones to acknowledge, the others with what was done. */
export function CourseNotices({ courseId }: { courseId: string }) {
  const notices = useQuery(noticesQuery(courseId));
  const clinic = useQuery(clinicQuery);
  return (
    <Stack gap="xs" component="section" aria-labelledby="notices-title">
      <Title order={3} size="h4" id="notices-title">
        Safety notices
      </Title>
      <Loaded query={notices} height={60}>
        {(items) => (
          <>
            {items.map((notice) => (
              <div key={notice.id}>
                <Text size="sm" fw={600} mb={4}>
                  {noticeWords(notice)}
                </Text>
                <Acknowledgement notice={notice} resources={clinic.data?.crisisResources ?? []} />
              </div>
            ))}
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                No form of this course opened one. {SAFETY_NOTICE_LIMITS}
              </Text>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}
