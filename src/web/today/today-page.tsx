import { Page } from '../parts/page';

export default function TodayPage() {
  return <Page title="Today">{null}</Page>;
}
