import { ANALYSIS_SETS, type AnalysisSet } from '../../domain/cohort/sets.js';
import { rounded } from '../../domain/numbers/rounded.js';
import type { PublicFigure, PublicRung } from '../../domain/publication/published-document.js';
import { basisInWords, valueInWords } from './words.js';
import { figureInLayWords, setInLayWords } from './lay-words.js';
import { html, type Html } from '../../http/html.js';

/** The figures, a card each, by the analysis set they are of; the field's words are one click away. */
export function figureCards(figures: readonly PublicFigure[], locale: string): Html[] {
  const sets = [...new Set(figures.map(({ set }) => set))];
  return sets.map((set) => {
    const { label, fieldTerm, counts } = ANALYSIS_SETS[set];
    const words = setInLayWords(set, label);
    const cards = figures.filter((figure) => figure.set === set).map((one) => figureCard(one, locale));
    return html`<section class="set">
      <h3>${words}</h3>
      <p class="quiet">${counts}</p>
      <details class="quiet">
        <summary>What researchers call it</summary>
        <p>${label}: ${fieldTerm}.</p>
      </details>
      <ul class="cards">
        ${cards}
      </ul>
    </section>`;
  });
}

/** One figure. @param who Whom it is of, where no heading says it. */
export function figureCard(figure: PublicFigure, locale: string, who: string | null = null): Html {
  const { label, withheld, interval, estimator } = figure;
  const words = figureInLayWords(figure);
  const whose = who === null ? null : html`<p class="quiet">${who}</p>`;
  if (withheld !== null) {
    return html`<li class="card withheld">
      ${whose}
      <p class="label">${words}</p>
      <p class="value">Withheld</p>
      <p>${withheld.reason}</p>
    </li>`;
  }
  const fieldTerm = words === label ? '' : `${label}. `;
  const how = html`<details class="quiet">
    <summary>How it is counted</summary>
    <p>
      ${fieldTerm}${ownCount(figure)} Estimated as ${estimator}${interval === 'none' ? '' : `; ${interval} interval`}.
    </p>
  </details>`;
  return html`<li class="card">
    ${whose}
    <p class="label">${words}</p>
    <p class="value">${valueInWords(figure, locale)}</p>
    <p>${basisInWords(figure, locale)}</p>
    ${how}
  </li>`;
}

/** How a figure is counted, without what its heading says of the whole set. */
function ownCount({ set, howCounted }: { set: AnalysisSet; howCounted: string }): string {
  const { counts } = ANALYSIS_SETS[set];
  return howCounted.startsWith(counts) ? howCounted.slice(counts.length).trim() : howCounted;
}

/** How many courses are left at each step, each with a bar as long as its share of the first. */
export function ladderList(ladder: readonly PublicRung[]): Html {
  const all = Math.max(1, ...ladder.map(({ count }) => count ?? 0));
  return html`<ol class="ladder">
    ${ladder.map(({ label, count, withheld }) => {
      if (count === null) return html`<li>${label}: withheld. ${withheld?.reason ?? null}</li>`;
      return html`<li><span>${label}</span> <b>${count}</b>${bar((100 * count) / all)}</li>`;
    })}
  </ol>`;
}

function bar(percent: number): Html {
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="all" width="100" height="6" />
    <rect width="${rounded(percent, 1)}" height="6" />
  </svg>`;
}
