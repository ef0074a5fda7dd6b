import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Page } from '../../components/page';
import { addressOf, askedBy, useCohortSearch } from './cohort-search';
import { coursesQuery } from './cohort-queries';
import { CoursesList } from './courses-list';
import { Loaded } from '../../components/loaded';
import { useSession } from '../../session/session';

/** The courses behind a number that somebody has followed. */
export default function CoursesPage() {
  const { search } = useCohortSearch();
  const { clinic } = useSession();
  const asked = askedBy(search, clinic.today);
  const query = useInfiniteQuery(coursesQuery(asked));
  return (
    <Page
      title="Courses behind a number"
      actions={
        <Button
          component={Link}
          href={addressOf('/outcomes', search, { group: null, sort: null, order: null })}
          variant="default"
        >
          Back to the outcomes
        </Button>
      }
    >
      <Loaded query={query} height={480}>
        {({ pages }) => (
          <CoursesList
            pages={pages}
            asked={asked}
            more={query.hasNextPage ? () => void query.fetchNextPage() : null}
            reading={query.isFetchingNextPage}
          />
        )}
      </Loaded>
    </Page>
  );
}
