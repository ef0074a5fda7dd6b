import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '../../../api/client';
import { showInstant } from '../../../components/dates';
import { FormDialog } from '../../../components/form-dialog';
import { useSession } from '../../../session/session';

interface Props {
  made: Schemas['MadeTokenResponse'];
  onClose: () => void;
}

/** The token, shown this once. */
export function ShownToken({ made: { token, expiresAt }, onClose }: Props) {
  const { timeZone } = useSession().clinic;
  return (
    <FormDialog opened onClose={onClose} title="The token">
      <Stack>
        <Text>
          Put it where the program keeps its secrets; never into an e-mail or a spreadsheet. It is valid until{' '}
          {showInstant(expiresAt, timeZone)} and is shown only now: who loses it makes another one.
        </Text>
        <TextInput
          label="Token"
          description="The program sends it with each request: Authorization: Bearer, a blank, and the token."
          value={token}
          readOnly
          data-autofocus
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={token}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the token'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
