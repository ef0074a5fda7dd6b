import type { CachedDocument } from '../documents/published-cache.service.js';
import { dayInWords } from './words.js';
import { pageHtml } from './page-layout.js';
import { html } from '../../http/html.js';

/** The page in place of a publication that the clinic has withdrawn. */
export function withdrawnPage({
  withdrawnReason,
  endedAt,
}: Pick<CachedDocument, 'withdrawnReason' | 'endedAt'>): string {
  const day = endedAt === null ? null : html` on ${dayInWords(endedAt.toISOString())}`;
  return pageHtml({
    title: 'Withdrawn figures',
    body: html`<main>
      <h1>These figures were withdrawn</h1>
      <p>The clinic has withdrawn them${day}. They should not be quoted any more. Its reason:</p>
      <blockquote>${withdrawnReason}</blockquote>
    </main>`,
  });
}

/** The page where nothing was published. */
export function missingPage(): string {
  return pageHtml({
    title: 'Nothing published here',
    body: html`<main>
      <h1>Nothing is published at this address</h1>
      <p>Look at the address again, or ask the clinic that gave it to you.</p>
    </main>`,
  });
}
