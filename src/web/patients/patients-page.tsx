import { Page } from '../parts/page';

export default function PatientsPage() {
  return <Page title="Patients">{null}</Page>;
}
