import { useState } from 'react';
import { useSession } from '../../../session/session';
import { ApprovalPanel } from '../approval/approval-panel';
import { DraftEditor } from './draft-editor';
import { Preview } from '../document/preview';
import type { Publication } from '../publication';

interface Props {
  publication: Publication;
  reading: boolean;
}

/**
 * A draft to be worked on. A director who may approve somebody else's draft sees the preview alone: a change would make
 * them an author, who can't approve any more, so it is asked for first.
 */
export function DraftView({ publication, reading }: Props) {
  const { staff } = useSession();
  const reviews = publication.may.approve && publication.draftedBy.id !== staff.id;
  const [editing, setEditing] = useState(!reviews);
  return (
    <>
      <ApprovalPanel publication={publication} reading={reading} onEdit={editing ? null : () => setEditing(true)} />
      {editing ? (
        <DraftEditor publication={publication} reading={reading} />
      ) : (
        <Preview publication={publication} behind={reading} />
      )}
    </>
  );
}
