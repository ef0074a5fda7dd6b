import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { showInstant } from '../../components/dates';
import { FormDialog } from '../../components/form-dialog';
import { useSession } from '../../session/session';

interface Props {
  link: Schemas['LinkResponse'];
  onClose: () => void;
}

/** The one-time link, shown this once. */
export function LinkDialog({ link: { staff, link, expiresAt }, onClose }: Props) {
  const { timeZone } = useSession().clinic;
  return (
    <FormDialog opened onClose={onClose} title={`A link for ${staff.name}`}>
      <Stack>
        <Text>
          Hand this link to {staff.name} yourself; nothing was sent. It works once, until{' '}
          {showInstant(expiresAt, timeZone)}, and the person who has it chooses the password. It is shown only now. That
          you made it is noted, and {staff.name} is told.
        </Text>
        <TextInput
          label="One-time link"
          value={link}
          readOnly
          data-autofocus
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the link'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
