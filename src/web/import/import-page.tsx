import { Page } from '../parts/page';

export default function ImportPage() {
  return <Page title="Import">{null}</Page>;
}
