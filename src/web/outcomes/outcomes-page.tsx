import { Page } from '../parts/page';

export default function OutcomesPage() {
  return <Page title="Outcomes">{null}</Page>;
}
