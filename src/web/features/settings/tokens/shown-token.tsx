import type { Schemas } from '../../../api/client';
import { showInstant } from '../../../components/dates';
import { ShownOnce } from '../../../components/dialogs/form-dialog';
import { useSession } from '../../../session/session';

interface Props {
  made: Schemas['MadeTokenResponse'];
  onClose: () => void;
}

/** The token, shown this once. */
export function ShownToken({ made: { token, expiresAt }, onClose }: Props) {
  const { timeZone } = useSession().clinic;
  return (
    <ShownOnce
      title="The token"
      label="Token"
      description="The program sends it with each request: Authorization: Bearer, a blank, and the token."
      value={token}
      copies="Copy the token"
      onClose={onClose}
    >
      Put it where the program keeps its secrets; never into an e-mail or a spreadsheet. It is valid until{' '}
      {showInstant(expiresAt, timeZone)} and is shown only now: who loses it makes another one.
    </ShownOnce>
  );
}
