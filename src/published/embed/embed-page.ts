import { periodInWords } from '../../domain/calendar/period.js';
import { ANALYSIS_SETS } from '../../domain/cohort/sets.js';
import { figureKey } from '../../domain/cohort/figures.js';
import { HEADLINE_FIGURE, MANDATORY_FIGURES } from '../../domain/publication/publishable.js';
import type { PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';
import { embeddedChart } from '../pages/chart-figure.js';
import { figureCard, figureCards } from '../pages/figure-cards.js';
import { html, type Html } from '../../http/html.js';
import { setInLayWords } from '../pages/lay-words.js';
import { heightScript, LINKED_STYLE, pageHtml, type ColorScheme } from '../pages/page-layout.js';
import { basisInWords, cohortInWords, dayInWords, localeOf, valueInWords } from '../pages/words.js';
import type { EmbedLayout } from './embed.dto.js';

/** What an embed shows, and how. */
export interface EmbedChoice {
  colors: ColorScheme;
  layout: EmbedLayout;
  /** By set and name; null for all. */
  figures: readonly string[] | null;
  /** Null for the clinic's. */
  locale: string | null;
}

/**
 * A publication for another site's page: the figures chosen with their set, n and interval and, in full, the first chart and
 * the caveats; always the response of all who started, the other figures that every publication has, and the way to the
 * rest. `embed.js` takes the article out of it; a frame shows it as it is.
 */
export function embedPage(document: PublishedDocument, choice: EmbedChoice): string {
  const locale = choice.locale ?? localeOf(document);
  const figures = chosenFigures(document.figures, choice);
  const content = choice.layout === 'full' ? inFull : inCards;
  const beside = besideThem(document.figures, figures, locale);
  const shown = content(document, figures, { colors: choice.colors, locale, beside });
  return embedDocument(document.title, choice.colors, shown, choice.layout);
}

function chosenFigures(all: readonly PublicFigure[], { figures, layout }: EmbedChoice): PublicFigure[] {
  const names = figures ?? (layout === 'headline' ? [] : all.map(figureKey));
  const wanted = [...new Set([HEADLINE_FIGURE, ...names])];
  const found = wanted.flatMap((name) => all.find((figure) => figureKey(figure) === name) ?? []);
  return layout === 'headline' ? found.slice(0, 2) : found;
}

/** Who was not scored and who got worse, in a line each where no card says it: no choice leaves them out. */
function besideThem(all: readonly PublicFigure[], shown: readonly PublicFigure[], locale: string): Html | null {
  const left = all.filter((figure) => MANDATORY_FIGURES.includes(figureKey(figure)) && !shown.includes(figure));
  if (left.length === 0) return null;
  return html`<ul class="quiet beside">
    ${left.map((figure) => {
      const { set, label, withheld } = figure;
      const said = withheld ? 'withheld' : `${valueInWords(figure, locale)}, ${basisInWords(figure, locale)}`;
      return html`<li>${label}, of ${inSentence(setInLayWords(set, ANALYSIS_SETS[set].label))}: ${said}</li>`;
    })}
  </ul>`;
}

function inSentence(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** The lines under the cards, and how all is written. */
type Chosen = Pick<EmbedChoice, 'colors'> & { locale: string; beside: Html | null };

function inFull(
  document: PublishedDocument,
  figures: readonly PublicFigure[],
  { colors, locale, beside }: Chosen,
): Html {
  const { id, title, clinic, period, charts, caveats } = document;
  const chart = charts.find((one) => one.chart !== null);
  return html` <p class="clinic">${clinic.name}</p>
    <h2>${title}</h2>
    <p class="quiet">Started from ${periodInWords(period)}. ${cohortInWords(document.cohort)}</p>
    ${figureCards(figures, locale)} ${beside} ${chart === undefined ? null : embeddedChart(id, chart, colors)}
    <h3>What these figures cannot say</h3>
    <ul class="quiet">
      ${caveats.map((caveat) => html`<li>${caveat}</li>`)}
    </ul>
    ${source(document, locale)}`;
}

/** One or two cards, or a row of them; the caveats are behind one click. */
function inCards(document: PublishedDocument, figures: readonly PublicFigure[], { locale, beside }: Chosen): Html {
  const who = ({ set }: PublicFigure) => setInLayWords(set, ANALYSIS_SETS[set].label);
  return html` <h2 class="clinic">${document.clinic.name}, started from ${periodInWords(document.period)}</h2>
    <ul class="cards">
      ${figures.map((figure) => figureCard(figure, locale, who(figure)))}
    </ul>
    ${beside}
    <details class="quiet">
      <summary>What these figures cannot say</summary>
      <ul>
        ${document.caveats.map((caveat) => html`<li>${caveat}</li>`)}
      </ul>
    </details>
    ${source(document, locale)}`;
}

function source({ slug, approval }: PublishedDocument, locale: string): Html {
  return html`<p class="quiet">
    Approved ${dayInWords(approval.at, locale)}.
    <a href="/published/${slug}" target="_blank" rel="noopener"
      >All figures, how they are counted, and how to verify them (opens a new tab)</a
    >
  </p>`;
}

/** In place of a publication that the clinic has withdrawn. */
export function withdrawnEmbed(reason: string, colors: ColorScheme): string {
  return embedDocument('Withdrawn', colors, html`<p>The clinic has withdrawn these figures. Its reason: ${reason}</p>`);
}

/** In place of a publication that never was. */
export function missingEmbed(colors: ColorScheme): string {
  return embedDocument('Not found', colors, html`<p>Nothing is published under this name.</p>`);
}

function embedDocument(title: string, colors: ColorScheme, content: Html, layout: EmbedLayout = 'full'): string {
  return pageHtml({
    title,
    colours: colors,
    style: LINKED_STYLE,
    body: html`<main aria-label="Published figures: ${title}">
        <article class="publication embed ${layout}" data-colours="${colors}">${content}</article>
      </main>
      ${heightScript()}`,
  });
}
