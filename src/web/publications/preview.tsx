import { Stack, Text } from '@mantine/core';
import { useSession } from '../session/session';
import { DocumentView } from './document-view';
import type { Publication } from './publication';
import classes from './publications.module.css';
import { RefusalNotice } from './refusal-notice';

interface Props {
  publication: Publication;
  /** Is this of what was saved before, and being made anew? */
  behind?: boolean;
  /** What its table of figures is called. */
  label?: string;
}

/** Exactly what would be public if a director approved the draft as it is saved. */
export function Preview({ publication, behind = false, label = 'Figures of the draft' }: Props) {
  const { clinic } = useSession();
  const { title, preview } = publication;
  if (preview === null) return null;
  const { content, sentences, footnote, refusal } = preview;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" mih={30}>
        {behind
          ? 'Preview of what was saved before; it follows in a moment.'
          : 'Preview: exactly this would be public. Courses under way are not counted.'}
      </Text>
      {refusal && <RefusalNotice refusal={refusal} />}
      <div className={behind ? classes.busy : undefined} aria-busy={behind}>
        <DocumentView
          {...{ title, content, sentences, footnote, label }}
          clinic={clinic.name}
          address={null}
        />
      </div>
    </Stack>
  );
}
