import { useQuery } from '@tanstack/react-query';
import { ownGrantsQuery } from '../api/own-grants-query';
import { grantWords } from '../components/grant-words';
import { useSession } from '../session/session';
import { ClosableNotice } from './closable-notice';

/**
 * Tells a person whose password or link to the identity provider came by a link of somebody else, or whose second factor or link
 * somebody removed: who did may have used the account.
 */
export function PasswordLinkNotice() {
  const { clinic } = useSession();
  const { data = [] } = useQuery(ownGrantsQuery);
  const used = data.filter(({ kind, recent }) => isTold(kind) && recent);
  return (
    <ClosableNotice title="Somebody changed how you sign in" shown={used.length > 0}>
      {used.map((grant) => (
        <div key={`${grant.kind} ${grant.takenUpAt}`}>{grantWords(grant, clinic.timeZone)}.</div>
      ))}
      If you did not ask for this, somebody else may have worked under your name: tell another director, and change your
      password.
    </ClosableNotice>
  );
}

const TOLD: readonly string[] = ['password-reset', 'sso-link', 'second-factor-reset', 'sso-removal'];

function isTold(kind: string): boolean {
  return TOLD.includes(kind);
}
