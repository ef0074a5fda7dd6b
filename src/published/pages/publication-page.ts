import { periodInWords, quartersInWords } from '../../domain/calendar/period.js';
import { definedIn } from '../../domain/publication/words.js';
import { FOOTNOTE_MARK } from '../../domain/claims/short-sentences.js';
import type { AllowedSentence } from '../../domain/publication/allowed-sentence.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { cohortInWords, dayInWords, localeOf } from './words.js';
import { chartFigure } from './chart-figure.js';
import { datasetOf } from './dataset.js';
import { pageHtml } from './page-layout.js';
import { figureCards, ladderList } from './figure-cards.js';
import { html, jsonBlock, type Html } from '../../http/html.js';

/** The public page of a publication. @param base Where the service is reached, or nothing where that is not known. */
export function publicationPage(document: PublishedDocument, base: string): string {
  const { id, slug, title, clinic, period, figures, charts } = document;
  return pageHtml({
    title: `${title} - ${clinic.name}`,
    head: head(document, base),
    body: html`<header>
        <p class="clinic">${clinic.name}</p>
        <h1>${title}</h1>
        <p class="quiet">Started from ${periodInWords(period)}. ${cohortInWords(document.cohort)}</p>
      </header>
      <main>
        ${inWords(document)}
        <section>
          <h2>Who was counted</h2>
          <p>A course is one series of up to six infusions. Each line is counted among the one above it.</p>
          ${groupsInWords(document)} ${ladderList(document.ladder)}
        </section>
        ${
          figures.length === 0
            ? null
            : html`<section>
                <h2>Figures</h2>
                ${figureCards(figures, localeOf(document))}
              </section>`
        }
        ${
          charts.length === 0
            ? null
            : html`<section>
                <h2>Charts</h2>
                ${charts.map((chart) => chartFigure(id, chart))}
              </section>`
        }
        ${caveats(document)} ${provenance(document)} ${verification(document)}
      </main>
      <footer>
        <p class="quiet">
          Published by ${clinic.name}. Current figures: <a href="/published/${slug}">this page</a>; this very version:
          <a href="/v1/published/snapshots/${id}">the signed document</a>.
        </p>
      </footer>`,
  });
}

function head({ id, slug, sentences, title, ...rest }: PublishedDocument, base: string): Html {
  const snapshot = `/v1/published/snapshots/${id}`;
  return html`<meta name="description" content="${sentences[0]?.text ?? title}" />
    <link rel="canonical" href="${base}/published/${slug}" />
    <link rel="alternate" type="application/json" href="${snapshot}" />
    <link rel="alternate" type="text/csv" href="${snapshot}.csv" />
    ${jsonBlock('application/ld+json', datasetOf({ id, slug, sentences, title, ...rest }, base))}`;
}

/** Which quarters are counted, and what is not. */
function groupsInWords({ groups, outside }: PublishedDocument): Html | null {
  if (!groups || outside === undefined) return null;
  const named = groups.map(quartersInWords).join(', ');
  return html`<p>Closed groups by quarter of start: ${named}.</p>
    <p class="quiet">${outside}</p>`;
}

function inWords({ sentences, footnote }: PublishedDocument): Html {
  return html`<section>
    <h2>In words</h2>
    ${sentences.map(sentenceHtml)}
    <p class="quiet">${footnote}</p>
  </section>`;
}

/** One line with a mark for its footnote, and the whole sentence, which is the footnote. */
function sentenceHtml({ text, short }: AllowedSentence): Html {
  if (short === undefined) return html`<p class="sentence">${text}</p>`;
  return html`<p class="sentence">${short}</p>
    <p class="footnote">${FOOTNOTE_MARK} ${text}</p>`;
}

function caveats({ caveats }: PublishedDocument): Html {
  return html`<section>
    <h2>What these figures cannot say</h2>
    <ul>
      ${caveats.map((caveat) => html`<li>${caveat}</li>`)}
    </ul>
  </section>`;
}

function provenance(document: PublishedDocument): Html {
  const { id, approval, definitions, supersedes, hash } = document;
  const { asOf, dataHash, software } = document.provenance;
  const locale = localeOf(document);
  const by = approval.selfApproved ? 'by its author, the only director' : 'by a director';
  const before = html`<dt>Takes the place of</dt>
    <dd><a href="/v1/published/snapshots/${supersedes}">${supersedes}</a></dd>`;
  return html`<section>
    <h2>Where they come from</h2>
    <dl>
      <dt>Data as of</dt>
      <dd><time datetime="${asOf}">${dayInWords(asOf, locale)}</time></dd>
      <dt>Approved</dt>
      <dd><time datetime="${approval.at}">${dayInWords(approval.at, locale)}</time> ${by} of the clinic</dd>
      <dt>Definitions</dt>
      <dd>
        <a href="/published/definitions/${definitions.version}">Version ${definitions.version}</a>
        <ul>
          ${definedIn(definitions).map(({ label, definition }) => html`<li>${label}: ${definition}</li>`)}
          <li>${definitions.score6}</li>
        </ul>
      </dd>
      <dt>Publication</dt>
      <dd><code>${id}</code></dd>
      ${supersedes === null ? null : before}
      <dt>Hash of the document</dt>
      <dd><code>${hash}</code></dd>
      <dt>Hash of the data</dt>
      <dd><code>${dataHash}</code></dd>
      <dt>Made with</dt>
      <dd>${software}</dd>
      <dt>Take along</dt>
      <dd>
        <a href="/v1/published/snapshots/${id}">Signed document, JSON</a>,
        <a href="/v1/published/snapshots/${id}.xlsx">figures, Excel</a>,
        <a href="/v1/published/snapshots/${id}.csv?bom=true">figures, CSV</a>
      </dd>
    </dl>
  </section>`;
}

function verification({ id, signature }: PublishedDocument): Html {
  return html`<section>
    <h2>How to verify</h2>
    <p>
      The clinic has signed these figures with ${signature.algorithm}. Anyone with the document and the public key can
      check that not a digit was changed since the approval, without asking anybody:
    </p>
    <ol>
      <li>Save <a href="/v1/published/snapshots/${id}">the signed document</a> as it is.</li>
      <li>
        Save <a href="/.well-known/cudos-signing-keys">the public keys of this server</a>, and see that the key
        <code>${signature.kid}</code> names this clinic.
      </li>
      <li>
        Run <code>npm run cudos -- verify DOCUMENT --keys KEYS</code> of CUDOS outcomes, or check it by any tool: the
        signature is over the canonical JSON (RFC 8785) of the document without <code>hash</code> and
        <code>signature</code>, and <code>hash</code> is its SHA-256.
      </li>
    </ol>
  </section>`;
}
