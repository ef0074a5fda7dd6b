import { Alert, Stack } from '@mantine/core';
import { useSession } from '../../../session/session';
import { Addresses } from './addresses';
import { DocumentView } from '../document/document-view';
import { EmbedCodes } from './embed-codes';
import { PublicationHistory } from './history';
import type { Publication } from '../publication';
import classes from '../publications.module.css';
import { Today } from './today';

/** What was published, as its readers see it, with what can be done with it. */
export function PublishedView({ publication }: { publication: Publication }) {
  const { staff } = useSession();
  const { id, state, document, withdrawnReason } = publication;
  return (
    <div className={classes.published}>
      <Stack className={classes.aside} gap="md">
        {state === 'withdrawn' && (
          <Alert color="orange" title="Withdrawn. The public reason:">
            {withdrawnReason}
          </Alert>
        )}
        {state !== 'withdrawn' && <Addresses publication={publication} />}
        <PublicationHistory publication={publication} />
        {state === 'approved' && staff.role === 'director' && <Today id={id} />}
        {state === 'approved' && <EmbedCodes publication={publication} />}
      </Stack>
      {document && (
        <DocumentView
          title={document.title}
          clinic={document.clinic.name}
          content={document}
          sentences={document.sentences}
          footnote={document.footnote}
          address={state === 'withdrawn' ? null : `/v1/published/snapshots/${id}`}
        />
      )}
    </div>
  );
}
