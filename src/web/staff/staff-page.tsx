import { Page } from '../parts/page';

export default function StaffPage() {
  return <Page title="Staff">{null}</Page>;
}
