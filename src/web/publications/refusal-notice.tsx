import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Refusal } from './publication';

const REMEDIES: Readonly<Record<Refusal['rule'], readonly string[]>> = {
  threshold: [
    'Choose a longer period: a whole year, or several.',
    'Leave out the indication or the lowest baseline.',
  ],
  differencing: [
    'Choose exactly the cohort that was published before: figures of the same courses can be added.',
    'Or choose one that shares no course with it, such as the next whole year.',
    'Withdrawing the other one does not help: what was public once may have been kept.',
  ],
};

/** Why this can't be published as it is, and what can be done. Nobody can override it. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const { rule, reason, otherPublicationIds } = refusal;
  return (
    <Alert color="orange" role="alert" title="This can’t be published as it is">
      <Text size="sm">{reason}</Text>
      {otherPublicationIds.map((id, at) => (
        <Text key={id} size="sm">
          <Anchor component={Link} href={`/publications/${id}`} inherit underline="always">
            {at === 0 ? 'The publication that it clashes with' : 'Another one that it clashes with'}
          </Anchor>
        </Text>
      ))}
      <Text size="sm" fw={600} mt="xs">
        What can be done
      </Text>
      <List size="sm">
        {REMEDIES[rule].map((remedy) => (
          <List.Item key={remedy}>{remedy}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
