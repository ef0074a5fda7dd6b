import { StartFrame } from '../start/start-frame';
import type { Session } from './session';
import { SignInForm } from './sign-in-form';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  return (
    <StartFrame title="Sign in">
      <SignInForm onSignedIn={onSignedIn} />
    </StartFrame>
  );
}
