import { Button, CopyButton, VisuallyHidden } from '@mantine/core';

interface Props {
  text: string;
  /** What is copied, for people who hear the button alone. */
  of: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyText({ text, of }: Props) {
  return (
    <CopyButton value={text} timeout={2000}>
      {({ copied, copy }) => (
        <div>
          <Button variant="default" size="compact-sm" miw={76} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
            <VisuallyHidden> {of}</VisuallyHidden>
          </Button>
          <VisuallyHidden role="status">{copied && `Copied ${of}`}</VisuallyHidden>
        </div>
      )}
    </CopyButton>
  );
}
