import { useQuery } from '@tanstack/react-query';
import { ownSsoQuery } from '../../api/own-factors-queries';
import { PasswordForm } from './password-form';
import { SingleSignOnSection } from './single-sign-on-section';

/** The ways in that the person has: a password, and an account at the identity provider. */
export function SignInSections() {
  const { data: own } = useQuery(ownSsoQuery);
  return (
    <>
      {own?.hasPassword !== false && <PasswordForm />}
      {own?.provider && <SingleSignOnSection provider={own.provider} own={own} />}
    </>
  );
}
