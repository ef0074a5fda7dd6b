import type { PublicChart } from '../../domain/publication/published-document.js';
import { html, type Html } from '../../http/html.js';
import type { ColorScheme } from './page-layout.js';
import { scrollableTable } from './table.js';

const NARROW = '(max-width: 560px)';
const DARK = 'screen and (prefers-color-scheme: dark)';

/** A chart of the public page with what it says in words, its table, and the ways to take it along. */
export function chartFigure(id: string, { name, title, chart, withheld }: PublicChart): Html {
  if (chart === null) {
    return html`<figure class="chart withheld">
      <figcaption><h3>${title}</h3></figcaption>
      <p>This chart is withheld. ${withheld?.reason ?? null}</p>
    </figure>`;
  }
  const at = (query: string) => `${addressOf(id, name)}.svg?${query}`;
  return html`<figure class="chart">
    <figcaption><h3>${title}</h3></figcaption>
    <picture>
      <source media="${NARROW} and ${DARK}" srcset="${at('theme=dark&layout=narrow')}" />
      <source media="${NARROW}" srcset="${at('layout=narrow')}" />
      <source media="${DARK}" srcset="${at('theme=dark')}" />
      <img src="${at('theme=light')}" alt="${chart.textAlternative}" />
    </picture>
    <details>
      <summary>The chart in words and as a table</summary>
      <p>${chart.textAlternative}</p>
      ${scrollableTable(`Table: ${chart.table.caption}`, chart.table)}
    </details>
    <p class="quiet">
      <a href="${addressOf(id, name)}.png?width=1200">PNG</a>, <a href="${at('width=1200')}">SVG</a>,
      <a href="${addressOf(id, name)}">Chart.js JSON</a> of ${title}
    </p>
  </figure>`;
}

/**
 * A chart inside of another site, where the width of the window says nothing of the room there is: the style sheet
 * shows one of the two, and only that one is loaded.
 */
export function embeddedChart(id: string, { name, chart }: PublicChart, colours: ColorScheme) {
  if (chart === null) return null;
  const picture = (layout: 'wide' | 'narrow') => {
    const at = (theme: string) => `${addressOf(id, name)}.svg?theme=${theme}&layout=${layout}`;
    const dark = html`<source media="${DARK}" srcset="${at('dark')}" />`;
    return html`<picture class="${layout}">
      ${colours === 'auto' ? dark : null}
      <img
        loading="lazy"
        crossorigin="anonymous"
        src="${at(colours === 'dark' ? 'dark' : 'light')}"
        alt="${chart.textAlternative}"
      />
    </picture>`;
  };
  return html`<figure class="chart">${picture('wide')} ${picture('narrow')}</figure>`;
}

function addressOf(id: string, name: string): string {
  return `/v1/published/snapshots/${id}/charts/${name}`;
}
