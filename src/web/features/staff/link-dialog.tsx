import type { Schemas } from '../../api/client';
import { showInstant } from '../../components/dates';
import { ShownOnce } from '../../components/dialogs/form-dialog';
import { useSession } from '../../session/session';

interface Props {
  link: Schemas['LinkResponse'];
  onClose: () => void;
}

/** The one-time link, shown this once. */
export function LinkDialog({ link: { staff, link, expiresAt }, onClose }: Props) {
  const { timeZone } = useSession().clinic;
  return (
    <ShownOnce
      title={`A link for ${staff.name}`}
      label="One-time link"
      value={link}
      copies="Copy the link"
      onClose={onClose}
    >
      Hand this link to {staff.name} yourself; nothing was sent. It works once, until {showInstant(expiresAt, timeZone)}
      , and the person who has it chooses the password. It is shown only now. That you made it is noted, and{' '}
      {staff.name} is told.
    </ShownOnce>
  );
}
