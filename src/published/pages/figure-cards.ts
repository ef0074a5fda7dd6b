import { ANALYSIS_SETS, type AnalysisSet } from '../../domain/cohort/sets.js';
import type { PublicFigure, PublicRung } from '../../domain/publication/published-document.js';
import { basisInWords, valueInWords } from './words.js';
import { html, type Html } from './html.js';

/** The figures, a card each, by the analysis set they are of. `brief` leaves out how each is counted. */
export function figureCards(
  figures: readonly PublicFigure[],
  { heading, brief = false }: { heading: 3 | 4; brief?: boolean },
): Html[] {
  const sets = [...new Set(figures.map(({ set }) => set))];
  return sets.map((set) => {
    const { label, counts } = ANALYSIS_SETS[set];
    const cards = figures.filter((figure) => figure.set === set).map((one) => card(one, brief));
    const title = heading === 3 ? html`<h3>${label}</h3>` : html`<h4>${label}</h4>`;
    return html`<section class="set">
      ${title}
      <p class="quiet">${counts}</p>
      <ul class="cards">
        ${cards}
      </ul>
    </section>`;
  });
}

function card(figure: PublicFigure, brief: boolean): Html {
  const { label, withheld, interval, estimator } = figure;
  if (withheld !== null) {
    return html`<li class="card withheld">
      <p class="label">${label}</p>
      <p class="value">Withheld</p>
      <p>${withheld.reason}</p>
    </li>`;
  }
  const how = html`<p class="quiet">
    ${ownCount(figure)} Estimated as ${estimator}${interval === 'none' ? '' : `; ${interval} interval`}.
  </p>`;
  return html`<li class="card">
    <p class="label">${label}</p>
    <p class="value">${valueInWords(figure)}</p>
    <p>${basisInWords(figure)}</p>
    ${brief ? null : how}
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
    <rect width="${percent.toFixed(1)}" height="6" />
  </svg>`;
}
