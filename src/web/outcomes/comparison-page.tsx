import { Page } from '../parts/page';

export default function ComparisonPage() {
  return <Page title="Comparison">{null}</Page>;
}
