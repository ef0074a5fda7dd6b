import { Alert, Button, Group, Text } from '@mantine/core';
import type { Publication } from './publication';
import type { EditedDraft } from './use-draft';
import { cohortInWords, startsOf } from './words';

/** Shows what somebody else saved meanwhile, before one's own goes over it. */
export function StaleDraft({ publication, draft }: { publication: Publication; draft: EditedDraft }) {
  return (
    <Alert color="orange" role="alert" title="Somebody else changed this draft meanwhile">
      <Text size="sm">
        Saved now: <b>{publication.title}</b>, {cohortInWords(publication)}, begun {startsOf(publication)},{' '}
        {publication.figures.length} figures and {publication.charts.length} charts. Yours is below and not saved; only
        what you changed goes over theirs.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={draft.takeUp}>
          I have seen it; save mine
        </Button>
        <Button size="xs" variant="default" onClick={draft.giveUp}>
          Take theirs
        </Button>
      </Group>
    </Alert>
  );
}
