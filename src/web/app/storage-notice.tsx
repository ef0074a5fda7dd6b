import { Alert } from '@mantine/core';
import { hasDraftsInPageAlone, useDraftsInPageAlone } from '../components/drafts';
import { useClosingWarning } from '../session/closing-warning';

/** Says that the browser keeps nothing of what is typed, because its storage is full or closed to these pages. */
export function StorageNotice() {
  const isInPageAlone = useDraftsInPageAlone();
  useClosingWarning(hasDraftsInPageAlone);
  return (
    <div role="status">
      {isInPageAlone && (
        <Alert color="orange" radius={0} title="This browser keeps nothing for these pages">
          Its storage is full, or closed to them. What you typed and is not saved lasts as long as this page: leave it
          open until all is saved.
        </Alert>
      )}
    </div>
  );
}
