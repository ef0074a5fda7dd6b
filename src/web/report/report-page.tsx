import { Page } from '../parts/page';

export default function ReportPage() {
  return <Page title="Report">{null}</Page>;
}
