import { Stack } from '@mantine/core';
import { Page } from '../../components/page';
import { useSession } from '../../session/session';
import { OwnGrants } from './own-grants';
import { OwnSessions } from './own-sessions';
import { PasskeysSection } from './passkeys/passkeys-section';
import { SignInSections } from './sign-in-sections';
import { SecondFactorSection } from './second-factor/second-factor-section';

/** One's own password, second factors and sessions. */
export default function AccountPage() {
  const { staff } = useSession();
  return (
    <Page title="Account" lead={`${staff.name}, ${staff.role}, ${staff.email}`}>
      <Stack gap="xl" maw={760}>
        <SignInSections />
        <PasskeysSection />
        <SecondFactorSection />
        <OwnSessions />
        <OwnGrants />
      </Stack>
    </Page>
  );
}
