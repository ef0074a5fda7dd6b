import { periodInWords } from '../../domain/calendar/period.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { cohortInWords, dayInWords } from '../pages/words.js';
import { embeddedChart } from '../pages/chart-figure.js';
import { heightScript, LINKED_STYLE, pageHtml, type ColorScheme } from '../pages/page-layout.js';
import { figureCards } from '../pages/figure-cards.js';
import { html, type Html } from '../pages/html.js';

/**
 * A publication for another site's page: every figure with its set, n and interval, the first chart, the caveats, and
 * the way to the rest. `embed.js` takes the article out of it; a frame shows it as it is.
 */
export function embedPage(document: PublishedDocument, colours: ColorScheme): string {
  const { id, slug, title, clinic, period, figures, charts, caveats } = document;
  const chart = charts.find((one) => one.chart !== null);
  return embedDocument(
    title,
    colours,
    html` <p class="clinic">${clinic.name}</p>
      <h2>${title}</h2>
      <p class="quiet">Started from ${periodInWords(period)}. ${cohortInWords(document.cohort)}</p>
      ${figureCards(figures, { heading: 3, brief: true })}
      ${chart === undefined ? null : embeddedChart(id, chart, colours)}
      <h3>What these figures cannot say</h3>
      <ul class="quiet">
        ${caveats.map((caveat) => html`<li>${caveat}</li>`)}
      </ul>
      <p class="quiet">
        Approved ${dayInWords(document.approval.at)}.
        <a href="/published/${slug}" target="_blank" rel="noopener"
          >All figures, how they are counted, and how to verify them (opens a new tab)</a
        >
      </p>`,
  );
}

/** In place of a publication that the clinic has withdrawn. */
export function withdrawnEmbed(reason: string, colours: ColorScheme): string {
  return embedDocument(
    'Withdrawn',
    colours,
    html`<p>The clinic has withdrawn these figures. Its reason: ${reason}</p>`,
  );
}

/** In place of a publication that never was. */
export function missingEmbed(colours: ColorScheme): string {
  return embedDocument('Not found', colours, html`<p>Nothing is published under this name.</p>`);
}

function embedDocument(title: string, colours: ColorScheme, content: Html): string {
  return pageHtml({
    title,
    colours,
    style: LINKED_STYLE,
    body: html`<main aria-label="Published figures: ${title}">
        <article class="publication embed" data-colours="${colours}">${content}</article>
      </main>
      ${heightScript()}`,
  });
}
