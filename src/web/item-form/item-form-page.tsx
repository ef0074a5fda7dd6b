import { Page } from '../parts/page';

export default function ItemFormPage() {
  return <Page title="Item form">{null}</Page>;
}
