import { Page } from '../parts/page';

export default function CoursesPage() {
  return <Page title="Courses behind a number">{null}</Page>;
}
