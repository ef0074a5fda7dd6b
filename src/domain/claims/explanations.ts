import { periodInWords } from '../calendar/period.js';
import { REMISSION_RULES } from '../course/judgement/remission.js';
import { inWords } from '../numbers/words.js';
import type { Finding, Published } from './findings.js';
import { MEASURES, WHO, isRate } from './measures.js';
import type { Measure, PublishedWho } from './measures.js';
import type { PublicNumber } from './public-number.js';
import type { Reading } from './reading/reading.js';

/**
 * What does a number of the text measure, and of whom, in words?
 *
 * Input: its reading, and the group it is taken to speak of. Output: a phrase.
 *
 * Example: `patients with success (response), said of the patients scored at infusions 1 and 6`.
 */
export function meaningOf({ measure, otherTime, interval }: Reading, who: PublishedWho | null): string {
  const time = otherTime ? ', at another time than after six infusions' : '';
  const what = interval ? `the 95 % interval of: ${MEASURES[measure]}` : MEASURES[measure];
  return `${what}${time}${who === null ? '' : `, said of ${WHO[who]}`}`;
}

/**
 * How is a published number said, so that nobody has to ask of whom?
 *
 * Input: a published number. Output: its label, value, count and n, and its group.
 *
 * Example: `Response 83 % (100 of 120) among the patients scored at infusions 1 and 6`.
 */
export function said({ label, value, form, n, count, measure, who, set, bounded }: PublicNumber): string {
  if (bounded) return `${label} ${bounded.inWords} of ${n ?? 'all'} among ${WHO[who]}`;
  if (measure === 'patients') return `${value} (${set === 'ladder' ? label.toLowerCase() : WHO[who]})`;
  const ratio = count === null || n === null ? '' : ` (${count} of ${n})`;
  const among = `${ratio === '' && n !== null ? ` (n ${n})` : ratio} among ${WHO[who]}`;
  if (form === 'percent') return `${label} ${value} %${among}`;
  if (form === 'count') return `${label} ${value} of ${n ?? 'all'} among ${WHO[who]}`;
  return measure === 'effectSize' ? `${label} ${inWords(value)}${among}` : `${label} ${inWords(value)} points${among}`;
}

/**
 * Why did a number get its verdict, in plain words?
 *
 * Input: the finding, and everything published. Output: sentences: what is published, of whom, and what the
 * text leaves out; beside a share of patients always the share of all who started. It says what the figures
 * support, never what the law does.
 *
 * Example: `True only of the patients scored at infusions 1 and 6: ...`
 */
export function explanationOf(finding: Finding, published: Published): string {
  return [verdictInWords(finding), ...remarks(finding, published)].join(' ');
}

function verdictInWords(finding: Finding): string {
  const { verdict, match, own, who } = finding;
  if (match === null || verdict === 'not-published') return notPublished(finding);
  switch (verdict) {
    case 'supported':
      return `Published: ${said(match)}.`;
    case 'supported-rounded':
      return roundedInWords(finding, match);
    case 'other-set':
      return `${notTrueOf(who, own)} True only of ${WHO[match.who]}: ${said(match)}.`;
    case 'stale':
      return `${staleInWords(match)} ${own === null ? 'Nothing current says so.' : `Now: ${said(own)}.`}`;
    case 'contradicted':
    case 'inconsistent':
      return `The published figures say otherwise. The nearest is: ${said(match)}.`;
  }
}

function roundedInWords({ reading }: Finding, match: PublicNumber): string {
  const { bound, low, high } = reading.quantity;
  if (bound === 'upTo')
    return `Published: ${said(match)}. "Up to" sounds like a best case; the published figure counts the whole group.`;
  const how = low < high || bound !== 'exactly' ? 'True of the published figure' : 'True after rounding';
  return `${how}: ${said(match)}.`;
}

function notTrueOf(who: PublishedWho | null, own: PublicNumber | null): string {
  const group = who === null ? 'those it is said of' : WHO[who];
  return own === null ? `No such figure is published of ${group}.` : `Not true of ${group}: ${said(own)}.`;
}

/** What an ended publication says, and that it has ended. */
export function staleInWords(match: PublicNumber): string {
  const { title, state } = match.source;
  const ended = state === 'withdrawn' ? 'was withdrawn' : 'was replaced by a newer one';
  return `Only the publication "${title}", which ${ended}, says so: ${said(match)}.`;
}

function notPublished({ reading, withheld, match }: Finding): string {
  if (reading.otherTime)
    return 'Not published: published figures are of the scores at infusion 1 and infusion 6, and of no other time.';
  const apart = spokenElsewhere(reading);
  if (apart !== null)
    return match === null ? apart : `${apart} Published is: ${said(match)}${ofPeriod(reading, match)}.`;
  if (match?.bounded) return `It is not published how many exactly, only: ${said(match)}.`;
  if (withheld !== null) return `${withheld.label} (of ${WHO[withheld.who]}) is withheld: ${withheld.reason}`;
  if (reading.measure === 'other') return 'Nothing published speaks of this.';
  if (match === null) return `No publication has a figure for ${MEASURES[reading.measure]}.`;
  return `No such figure is published of ${reading.who === null ? 'this group' : WHO[reading.who]}. Of another group: ${said(match)}.`;
}

const SPOKEN_OF = {
  scale: 'Published figures are of the CUDOS score alone.',
  group: 'Published figures are of all patients of the publication together.',
  treatment: "Published figures are of this clinic's ketamine series alone.",
  statistic: 'Published figures are means over patients, and shares of patients.',
  language: 'The check reads English only.',
};

const MULTIPLES =
  'Published are the percent by which mean scores fell and shares of patients, and no comparison with another treatment, clinic or time.';

/** Which words put a number outside of what is published. */
function spokenElsewhere({ elsewhere, period, quantity }: Reading): string | null {
  if (elsewhere !== null) return `The text speaks of "${elsewhere.words}". ${SPOKEN_OF[elsewhere.kind]}`;
  if (quantity.inWords === 'multiple') return MULTIPLES;
  return period === null ? null : `No publication is of "${period.words}" alone.`;
}

/** Of which patients the figure is, where the text names another period. */
function ofPeriod({ period }: Reading, { source }: PublicNumber): string {
  return period === null ? '' : `, of patients who started from ${periodInWords(source.document.period)}`;
}

function remarks(finding: Finding, published: Published): string[] {
  const { reading, match } = finding;
  const said: string[] = [];
  const unnamed = reading.who === null && match?.who === 'completers' && !isRate(reading.measure);
  if (unnamed && match.measure !== 'patients')
    said.push('It counts only the patients scored at infusions 1 and 6, which the text does not say here.');
  if (reading.measure === 'remission' && match !== null) said.push(ruleOf(match.measure));
  if (reading.loosely)
    said.push(
      'The text does not say what counts as better; published is success, a fall of the score by half or more.',
    );
  const starters = startersRate(finding, published);
  return starters === null ? said : [...said, starters];
}

function ruleOf(measure: Measure): string {
  const { score } = REMISSION_RULES[measure === 'remissionBelow20' ? 'below-20' : 'at-most-10'];
  return `Remission has two rules, and the text does not name its own; here it is a ${score}.`;
}

/** Shares of all who started by their meaning. */
const OF_STARTERS: ReadonlySet<Measure> = new Set<Measure>(['stopped', 'completed']);

/** Any share of patients is shown beside the share of all who started. */
function startersRate({ reading, match, own }: Finding, { current }: Published): string | null {
  if (!isRate(reading.measure) || OF_STARTERS.has(reading.measure)) return null;
  const isSaid = (number: PublicNumber | null) => number?.who === 'starters' && number.form === 'percent';
  if (isSaid(match) || isSaid(own)) return null;
  const measure = match?.measure ?? reading.measure;
  const rate = current.find((each) => each.who === 'starters' && each.measure === measure && each.form === 'percent');
  if (rate === undefined) return 'The share of all who started is not published.';
  return `Of all ${rate.n ?? ''} patients who started it is ${rate.bounded?.inWords ?? `${rate.value} %`}.`;
}
