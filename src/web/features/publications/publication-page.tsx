import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { DiscardDraft } from './drafting/discard-draft';
import { DraftView } from './drafting/draft-view';
import type { Publication } from './publication';
import { PublishedView } from './published/published-view';
import { publicationQuery } from './queries';
import { StateBadge } from './state-badge';
import { WithdrawPublication } from './published/withdraw-publication';
import { STATES } from './words';

/** One publication: a draft to be worked on, or what was published, as it is read. */
export default function PublicationPage() {
  const { publicationId = '' } = useParams<{ publicationId: string }>();
  const query = useQuery(publicationQuery(publicationId));
  return (
    <Page
      title={query.data?.title ?? 'Publication'}
      lead={query.data && <State publication={query.data} />}
      actions={query.data && <Actions publication={query.data} />}
    >
      <Loaded query={query} height={640}>
        {(publication) =>
          publication.state === 'draft' ? (
            <DraftView key={publication.id} publication={publication} reading={query.isFetching} />
          ) : (
            <PublishedView publication={publication} />
          )
        }
      </Loaded>
      <Text mt="lg">
        <Anchor component={Link} href="/publications">
          All publications
        </Anchor>
      </Text>
    </Page>
  );
}

function State({ publication: { state } }: { publication: Publication }) {
  return (
    <>
      <StateBadge state={state} /> {STATES[state].says}
    </>
  );
}

function Actions({ publication }: { publication: Publication }) {
  if (publication.state === 'draft') return <DiscardDraft publication={publication} />;
  return <WithdrawPublication publication={publication} />;
}
