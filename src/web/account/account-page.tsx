import { Text } from '@mantine/core';
import { Page } from '../parts/page';
import { useSession } from '../session/session';

export default function AccountPage() {
  const { staff } = useSession();
  return (
    <Page title="Account" lead={`${staff.name}, ${staff.role}`}>
      <Text>{staff.email}</Text>
    </Page>
  );
}
