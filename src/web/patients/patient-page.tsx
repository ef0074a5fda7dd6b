import { Page } from '../parts/page';

export default function PatientPage() {
  return <Page title="Patient">{null}</Page>;
}
