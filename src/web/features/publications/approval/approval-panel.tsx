import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ApprovalDialog } from './approval-dialog';
import type { Publication } from '../publication';

interface Props {
  publication: Publication;
  reading: boolean;
  /** Goes over to changing the draft; null where it can be changed already. */
  onEdit: (() => void) | null;
}

const REFUSED = 'Nobody can approve it as it is; the preview says why, and what helps.';

/** Who can approve a draft; for somebody who can, the way to do it. */
export function ApprovalPanel({ publication, reading, onEdit }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const { may, preview } = publication;
  const refused = may.approve && preview?.refusal != null;
  return (
    <Paper withBorder radius="md" p="md" mb="lg" component="section" aria-labelledby="approval">
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={2} size="h4" id="approval">
            Approval
          </Title>
          <Text>{refused ? REFUSED : (may.why ?? 'Look through it, then approve it or not.')}</Text>
          {onEdit && (
            <Text size="sm" c="dimmed">
              A person who changes a draft becomes its author too, and another director has to approve it.
            </Text>
          )}
        </div>
        <Group gap="xs">
          {onEdit && (
            <Button variant="default" onClick={onEdit}>
              Change the draft
            </Button>
          )}
          {may.approve && !refused && <Button onClick={open}>Look through and approve</Button>}
        </Group>
      </Group>
      {opened && <ApprovalDialog publication={publication} reading={reading} onClose={close} />}
    </Paper>
  );
}
