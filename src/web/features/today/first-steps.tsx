import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { Empty } from '../../components/empty';
import { useSession } from '../../session/session';

/** What a new clinic begins with. */
export function FirstSteps({ onAdd }: { onAdd: () => void }) {
  const { role } = useSession().staff;
  return (
    <Empty
      title="Welcome: the first steps"
      action={
        <Group gap="xs" mt="xs">
          <Button onClick={onAdd}>Add the first patient</Button>
          {role === 'director' && (
            <Button component={Link} href="/import" variant="default">
              Bring a spreadsheet
            </Button>
          )}
        </Group>
      }
    >
      Add a patient by chart number with the date of infusion 1. From then on this page shows each day which scores are
      due, which were left open, and which answers somebody should look at.
    </Empty>
  );
}
