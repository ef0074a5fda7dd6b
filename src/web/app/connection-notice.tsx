import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';

/** Says that the connection is lost; each page keeps what was typed and says what is not saved. */
export function ConnectionNotice() {
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <Alert color="orange" radius={0} title="You are offline">
          What you type is kept on this device and saved when the connection is back. What you see may be out of date.
        </Alert>
      )}
    </div>
  );
}
