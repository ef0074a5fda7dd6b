import { Button, Group, List, Stack, Text } from '@mantine/core';
import { CopyText } from '../../../components/copy-text';
import { FormDialog } from '../../../components/dialogs/form-dialog';

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <FormDialog opened onClose={onClose} title="Your recovery codes">
      <Stack>
        <Text>
          Write these down, or print them, and keep them apart from your devices. Each lets you sign in once, with your
          password and without your app or passkey. They are shown only now.
        </Text>
        <List ff="monospace" listStyleType="none" style={{ columns: '11rem' }}>
          {codes.map((code) => (
            <List.Item key={code}>{code}</List.Item>
          ))}
        </List>
        <Group justify="flex-end" gap="xs">
          <CopyText text={codes.join('\n')} of="the recovery codes" />
          <Button onClick={onClose} data-autofocus>
            I have kept them
          </Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
