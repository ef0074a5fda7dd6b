import { Alert, Stack, Text } from '@mantine/core';
import { useSession } from '../../../session/session';
import { DocumentView } from './document-view';
import type { Publication, Refusal } from '../publication';
import classes from '../publications.module.css';

interface Props {
  publication: Publication;
  /** Is this of what was saved before, while a new one is being made? */
  behind?: boolean;
  /** What its table of figures is called. */
  label?: string;
}

/** What would be public if a director approved the draft as it is saved: to a director exactly, to marketing its shape. */
export function Preview({ publication, behind = false, label = 'Figures of the draft' }: Props) {
  const { clinic } = useSession();
  const { title, preview } = publication;
  if (preview === null) return null;
  const { content, sentences, footnote, refusal, numbersShown } = preview;
  const withApproval = !numbersShown && refusal === null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" mih={30}>
        {behind
          ? 'Preview of what was saved before; it follows in a moment.'
          : `Preview: ${numbersShown ? 'exactly this' : 'this'} would be public. Courses under way are not counted.`}
      </Text>
      {refusal && <RefusalNotice refusal={refusal} />}
      {withApproval && <NumbersComeLater />}
      <div className={behind ? classes.busy : undefined} aria-busy={behind}>
        <DocumentView
          {...{ title, content, footnote, label }}
          sentences={withApproval ? null : sentences}
          clinic={clinic.name}
          address={null}
        />
      </div>
    </Stack>
  );
}

function NumbersComeLater() {
  return (
    <Alert role="note" title="The numbers come with the approval">
      <Text size="sm">
        You see which numbers and charts would be public, and which are withheld and why. The numbers themselves are
        shown once a director has approved. Until then drafts could be compared with each other, and that could reveal
        something about single patients.
      </Text>
    </Alert>
  );
}

/** Why this can't be published as it is, and what helps, which the reason says. Nobody can override it. */
function RefusalNotice({ refusal }: { refusal: Refusal }) {
  return (
    <Alert color="orange" role="alert" title="This can’t be published as it is">
      <Text size="sm">{refusal.reason}</Text>
    </Alert>
  );
}
