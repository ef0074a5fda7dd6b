import { Button, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { INDICATIONS, type Indication } from '../../../../domain/course/record/indications';
import { KIND_COURSES } from '../../../components/cohort-words';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { useSession } from '../../../session/session';
import type { ClosedGroups, DraftFields } from '../publication';
import { groupsQuery } from '../queries';
import { GroupChoices } from './group-choices';
import { CloseAgain } from './close-again';
import { Filling } from './filling';
import { GroupTable } from './group-table';

type Cohort = Pick<DraftFields, 'kind' | 'indication'>;

const KINDS = [
  ...Object.entries(KIND_COURSES).map(([value, label]) => ({ value, label })),
  { value: '', label: 'All courses' },
];
const ALL_INDICATIONS = [
  { value: '', label: 'Any' },
  ...Object.entries(INDICATIONS).map(([value, label]) => ({ value, label })),
];

/** What can be published: the closed groups, the one that is filling, and what each choice of them would say. */
export default function GroupsPage() {
  const [cohort, setCohort] = useState<Cohort>({ kind: 'induction', indication: null });
  const query = useQuery(groupsQuery(cohort));
  return (
    <Page
      title="What can be published"
      lead="Courses are published in whole groups of quarters, so that no number points to few patients."
      actions={
        <Button component={Link} href="/publications/new">
          New draft
        </Button>
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" maw={560} mb="lg">
        <NativeSelect
          label="Kind"
          data={KINDS}
          value={cohort.kind ?? ''}
          onChange={({ currentTarget: { value } }) => setCohort({ ...cohort, kind: (value || null) as Cohort['kind'] })}
        />
        <NativeSelect
          label="Indication"
          data={ALL_INDICATIONS}
          value={cohort.indication ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setCohort({ ...cohort, indication: (value || null) as Indication | null })
          }
        />
      </SimpleGrid>
      <Loaded query={query} height={240}>
        {(found) => <Found found={found} />}
      </Loaded>
    </Page>
  );
}

function Found({ found }: { found: ClosedGroups }) {
  const { staff } = useSession();
  const isDirector = staff.role === 'director';
  const { groups, filling, choices, refusal, closeAgain } = found;
  if (refusal) return <Text>{refusal.reason}</Text>;
  return (
    <Stack gap="xl">
      <Stack gap="xs" component="section" aria-label="Closed groups">
        <Title order={2} size="h3">
          Closed groups
        </Title>
        {groups.length === 0 ? (
          <Text>No group of these courses is closed yet.</Text>
        ) : (
          <GroupTable groups={groups} isDirector={isDirector} />
        )}
        {closeAgain && groups.some(({ closedOn }) => closedOn !== null) && <CloseAgain state={closeAgain} />}
      </Stack>
      {filling && <Filling filling={filling} />}
      {choices.length > 0 && <GroupChoices choices={choices} isDirector={isDirector} />}
    </Stack>
  );
}
