import { List, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ownGrantsQuery } from '../../api/own-grants-query';
import { grantWords } from '../../components/grant-words';
import { Loaded } from '../../components/loaded';
import { useSession } from '../../session/session';

/** By whom one came to one's access. */
export function OwnGrants() {
  const { timeZone } = useSession().clinic;
  const grants = useQuery(ownGrantsQuery);
  if (grants.data?.length === 0) return null;
  return (
    <section aria-labelledby="grants">
      <Title id="grants" order={2} size="h4" mb="xs">
        Who gave you access
      </Title>
      <Loaded query={grants}>
        {(items) => (
          <List size="sm">
            {items.map((grant) => (
              <List.Item key={grant.takenUpAt}>{grantWords(grant, timeZone)}</List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </section>
  );
}
