import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { showInstant } from '../../../components/dates';
import { useSession } from '../../../session/session';
import type { Publication } from '../publication';
import classes from '../publications.module.css';
import { SidePanel } from './side-panel';
import { staffName } from '../words';

/** What happened to it, when, and by whom. */
export function PublicationHistory({ publication }: { publication: Publication }) {
  const { timeZone } = useSession().clinic;
  const { supersedes } = publication;
  return (
    <SidePanel title="What happened to it">
      <dl className={classes.terms}>
        {stepsOf(publication).map(({ what, at, who }) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{what}</dt>
            <dd>
              {showInstant(at, timeZone)}
              {who && `, by ${who}`}
            </dd>
          </div>
        ))}
      </dl>
      {supersedes && (
        <Anchor component={Link} href={`/publications/${supersedes}`} size="sm">
          The one that it took the place of
        </Anchor>
      )}
    </SidePanel>
  );
}

interface Step {
  what: string;
  at: string;
  who?: string | undefined;
}

function stepsOf(publication: Publication): Step[] {
  const { draftedBy, draftedAt, approvedBy, approvedAt, selfApproved, approverFromAuthor, authorFromApprover } =
    publication;
  const { supersededAt, withdrawnAt, withdrawnBy } = publication;
  const marks = [
    ...(selfApproved ? ['its author'] : []),
    ...(approverFromAuthor ? ['given access by an author'] : []),
    ...(authorFromApprover ? ['gave an author access in the week before'] : []),
  ];
  const mark = marks.length === 0 ? '' : ` (${marks.join('; ')})`;
  const approver = staffName(approvedBy) + mark;
  return [
    { what: 'Drafted', at: draftedAt, who: staffName(draftedBy) },
    approvedAt && { what: 'Approved', at: approvedAt, who: approver },
    supersededAt && { what: 'Superseded', at: supersededAt },
    withdrawnAt && { what: 'Withdrawn', at: withdrawnAt, who: staffName(withdrawnBy) },
  ].filter((step) => typeof step === 'object' && step !== null);
}
