import { Alert } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Whether there is something to be told. */
  shown: boolean;
  children: ReactNode;
}

/** Tells of something across the page, until the person closes it; read out when it comes. */
export function ClosableNotice({ title, shown, children }: Props) {
  const [closed, setClosed] = useState(false);
  return (
    <div role="status">
      {shown && !closed && (
        <Alert
          color="orange"
          radius={0}
          title={title}
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setClosed(true)}
        >
          {children}
        </Alert>
      )}
    </div>
  );
}
