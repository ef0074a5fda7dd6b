import { Page } from '../parts/page';

export default function ScoresPage() {
  return <Page title="Scores">{null}</Page>;
}
