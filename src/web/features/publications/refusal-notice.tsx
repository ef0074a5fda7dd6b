import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Refusal } from './publication';

/** Why this can't be published as it is, and what helps, which the reason says. Nobody can override it. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const { reason, otherPublicationIds } = refusal;
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
    </Alert>
  );
}
