import { Button, CopyButton, getDefaultZIndex, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { KeepsDraft, useDialogDraft, type Kept } from './dialog-draft';

interface DialogProps {
  title: string;
  opened: boolean;
  /** Left out where what is typed may not be kept on the device: it names a patient. */
  kept?: Kept;
  /** Over a dialog that is open already. */
  onTop?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form. A click beside it does not close it, so that nothing typed is lost by a slip. */
export function FormDialog({ title, opened, kept, onTop = false, onClose, children }: DialogProps) {
  const zIndex = getDefaultZIndex('modal') + (onTop ? 1 : 0);
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg" closeOnClickOutside={false} zIndex={zIndex}>
      {kept ? <KeepsDraft kept={kept}>{children}</KeepsDraft> : children}
    </Modal>
  );
}

interface FormProps {
  submit: string;
  pending: boolean;
  /** Label of the button that gives up. */
  cancel?: string;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  children: ReactNode;
}

/** The fields of a dialog over its buttons; Enter in a field sends it. */
export function DialogForm({ submit, pending, cancel = 'Cancel', onSubmit, onCancel, children }: FormProps) {
  const { before, keep } = useDialogDraft();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    keep(form);
    if (!pending) onSubmit(form);
  };
  return (
    <form onSubmit={send} onChange={({ currentTarget }) => keep(new FormData(currentTarget))} noValidate>
      <Stack gap="sm">
        {before && (
          <Text size="sm" role="status">
            What you typed before is here again. It is not saved; Cancel gives it up.
          </Text>
        )}
        {children}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ShownOnceProps {
  title: string;
  label: string;
  description?: string;
  /** What is shown, and nowhere again. */
  value: string;
  /** Label of the button that copies it. */
  copies: string;
  /** What to do with it, and until when it works. */
  children: ReactNode;
  onClose: () => void;
}

/** A secret that the service shows this once. */
export function ShownOnce({ title, label, description, value, copies, children, onClose }: ShownOnceProps) {
  return (
    <FormDialog opened onClose={onClose} title={title}>
      <Stack>
        <Text>{children}</Text>
        <TextInput
          label={label}
          description={description}
          value={value}
          readOnly
          data-autofocus
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : copies}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
