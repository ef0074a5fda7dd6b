import { Button, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Empty } from '../../components/empty';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { PublicationTable } from './publication-table';
import { publicationsQuery } from './queries';

/** Every draft and everything that was ever published, with its state. */
export default function PublicationsPage() {
  const publications = useInfiniteQuery(publicationsQuery);
  const begin = (
    <Button component={Link} href="/publications/new">
      New draft
    </Button>
  );
  const actions = (
    <Group gap="sm">
      <Button component={Link} href="/publications/groups" variant="default">
        What can be published
      </Button>
      {begin}
    </Group>
  );
  return (
    <Page title="Publications" lead="What the clinic says in public of its outcomes, and can prove." actions={actions}>
      <Loaded query={publications} height={240}>
        {(found) => (
          <Stack align="flex-start">
            {found.length === 0 ? (
              <Empty title="Nothing is published yet" action={begin}>
                A publication is a set of figures, charts and sentences of one cohort that anybody may read. Marketing
                or a director drafts it, and a director approves it: then it is signed and never changes. It is of whole
                groups of quarters, so that nobody can be recognized in it.
              </Empty>
            ) : (
              <PublicationTable publications={found} />
            )}
            {publications.hasNextPage && (
              <Button
                variant="default"
                loading={publications.isFetchingNextPage}
                onClick={() => void publications.fetchNextPage()}
              >
                Earlier ones
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
