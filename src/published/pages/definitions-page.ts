import { DEFINITIONS_VERSION } from '../../domain/cohort/outcomes.js';
import { ANALYSIS_SETS } from '../../domain/cohort/sets.js';
import type { FigureTerms } from '../../domain/cohort/figure-definitions.js';
import {
  BOUND_FIGURES,
  PAIRED_FIGURES,
  RESPONDER_FIGURES,
  STARTER_FIGURES,
} from '../../domain/cohort/figure-definitions.js';
import { LOST_AFTER_DAYS } from '../../domain/course/judgement/status.js';
import { SEVERITY_BANDS } from '../../domain/cudos/severity.js';
import { ownHtml, pageHtml } from './page-layout.js';
import { html, type Html } from '../../http/html.js';
import { scrollableTable } from './table.js';

/** Earlier versions, as they were when documents that are still public were signed. */
const EARLIER: ReadonlyMap<string, Html> = new Map([['1', ownHtml('definitions-1.html')]]);

/** The definitions that published figures are made by; null for a version that there never was. */
export function definitionsPage(version: string): string | null {
  const body = version === DEFINITIONS_VERSION ? current() : EARLIER.get(version);
  return body === undefined ? null : pageHtml({ title: `Definitions, version ${version}`, body });
}

function current(): Html {
  return html`<header>
      <p class="clinic">CUDOS outcomes</p>
      <h1>Definitions, version ${DEFINITIONS_VERSION}</h1>
      <p class="quiet">What the published figures mean. A later change of a definition gets a new version.</p>
    </header>
    <main>${[instrument(), sets(), figures(), disclosure()]}</main>`;
}

function instrument(): Html {
  return html`<section>
    <h2>The score</h2>
    <p>
      The Clinically Useful Depression Outcome Scale (CUDOS): 16 answers of the patient about the past week, each 0 to
      4, added up to 0 to 64. Higher is worse. It is asked at every infusion before the drug is given, so the score at
      infusion 1 is the baseline, and the score at infusion 6, the endpoint, has five infusions behind it.
    </p>
    <ul>
      ${SEVERITY_BANDS.map(({ label, from, to }) => html`<li>${from} to ${to}: ${label.toLowerCase()}</li>`)}
    </ul>
    <p class="quiet">
      Zimmerman M, Chelminski I, McGlinchey JB, Posternak MA. A clinically useful depression outcome scale.
      Comprehensive Psychiatry 2008.
      <a href="https://doi.org/10.1016/j.comppsych.2007.10.006">doi:10.1016/j.comppsych.2007.10.006</a>
    </p>
  </section>`;
}

function sets(): Html {
  return html`<section>
    <h2>Who is counted</h2>
    <p>
      Many who start are not scored at infusion 6, so which courses are counted decides the number. Every figure names
      its set.
    </p>
    <p>
      Counted are courses that are over: completed, stopped, or lost. A course is lost when nobody closed it and more
      than ${LOST_AFTER_DAYS.induction} days (maintenance: ${LOST_AFTER_DAYS.maintenance}) have passed since its last
      entry. It counts among the starters, without a score at infusion 6. Courses under way are not counted.
    </p>
    <dl>
      ${Object.values(ANALYSIS_SETS).map(
        ({ label, counts }) =>
          html`<dt>${label}</dt>
            <dd>${counts}</dd>`,
      )}
    </dl>
  </section>`;
}

function figures(): Html {
  return html`<section>
    <h2>Figures</h2>
    ${table('Completers, and last observed', [...PAIRED_FIGURES, ...RESPONDER_FIGURES])}
    ${table('Starters', STARTER_FIGURES)} ${table('Bounds', BOUND_FIGURES)}
  </section>`;
}

function table(caption: string, shown: readonly FigureTerms[]): Html {
  return scrollableTable(`Figures of ${caption}`, {
    caption,
    columns: ['Figure', 'How it is counted', 'Estimator', 'Interval'],
    rows: shown.map(({ label, howCounted, estimator, interval }) => [label, howCounted, estimator, interval]),
  });
}

function disclosure(): Html {
  return html`<section>
    <h2>What is withheld</h2>
    <p>
      So that nobody can be recognized, no count of 1 to 10 courses is published, nor anything from which one could be
      computed: not by adding or subtracting published counts, and not by comparing two publications. Percentages are
      whole numbers, scores have one decimal, and periods are whole quarters or years.
    </p>
  </section>`;
}
