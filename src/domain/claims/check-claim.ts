import { checkedNumber } from './checked-number.js';
import type { ClaimAnswer, ClaimSource } from './claim-answer.js';
import { contradictionsOf, pairItFollowsFrom } from './consistency.js';
import { findingOf } from './findings.js';
import type { Finding, Published } from './findings.js';
import { ignoredNumbers, isOnlyTreated } from './ignored-numbers.js';
import { missingFrom } from './missing.js';
import { passageOf } from './reading/passage.js';
import { publicNumbersOf, withheldNumbersOf } from './public-numbers.js';
import { readingsOf } from './reading/readings.js';
import type { Readings } from './reading/readings.js';
import type { Scopes } from './reading/scopes.js';
import type { Reading } from './reading/reading.js';
import { withGroupsByN } from './groups-by-n.js';

/**
 * Which numbers of a text do the published figures support?
 *
 * Input: any text, and the publications of a clinic in any state. Output: every number that speaks of an
 * outcome with its place, its meaning, and one verdict in words; the numbers that speak of none; what a reader
 * would need besides; the sentences of the current publication that agrees with most of the numbers.
 *
 * One number has one verdict. A contradiction within the text is the verdict of the number that would follow
 * from the others, unless the publications support that number and not the others: then it is a note on all
 * of them. Where a contradiction takes the verdict, what the publications say of the number becomes a note.
 * Never a verdict on law: it says what the data supports.
 *
 * Example: `a decrease of 74 %, from 35.0 to 11.2` has 35.0 and 11.2 supported, and 74 % inconsistent with
 * them (it is 68 %), with the note that 74 % is the successful patients' alone.
 */
export function checkClaim(text: string, sources: readonly ClaimSource[]): ClaimAnswer {
  const passage = passageOf(text, [...new Set(sources.map((source) => source.document.clinic.name))]);
  const read = readingsOf(passage);
  const current = sources.filter(({ state }) => state === 'approved');
  const readings = withGroupsByN(passage, read, current.flatMap(publicNumbersOf));
  const ordered = byAgreement(current, readings.readings);
  const published = publishedBy(ordered, sources);
  const found = readings.readings.map((reading) => findingOf(reading, published));
  const findings = found.map((finding) => roundedByPair(finding, found, readings, passage.scopes));
  const verdicts = new Map(findings.map((finding) => [finding.reading, finding]));
  const contradictions = contradictionsOf(readings, passage.scopes);
  const answered = findings.filter((finding) => !isOnlyTreated(passage, finding));
  const best = ordered[0];
  return {
    numbers: answered.map((finding) => checkedNumber(text, passage, finding, published, verdicts, contradictions)),
    ignored: ignoredNumbers(text, passage, readings, findings),
    missing: missingFrom(passage, readings),
    publication: best === undefined ? null : { id: best.publicationId, slug: best.slug, title: best.title },
    allowed: best?.document.sentences ?? [],
    footnote: best?.document.footnote ?? null,
  };
}

/** `from 35 to 11 (69 %)`: the fall follows from two published means that the text has rounded. */
function roundedByPair(finding: Finding, all: readonly Finding[], { pairs }: Readings, scopes: Scopes): Finding {
  const { reading, verdict, match } = finding;
  const isClose = match !== null && Math.abs(match.value - reading.quantity.low) <= 1;
  const pair = verdict === 'contradicted' && isClose ? pairItFollowsFrom(reading, pairs, scopes) : null;
  if (pair === null) return finding;
  const supports = (one: Reading) => all.some((each) => each.reading === one && each.verdict.startsWith('supported'));
  return supports(pair.before) && supports(pair.after) ? { ...finding, verdict: 'supported-rounded' } : finding;
}

function publishedBy(current: readonly ClaimSource[], all: readonly ClaimSource[]): Published {
  return {
    current: current.flatMap(publicNumbersOf),
    ended: all.filter(({ state }) => state !== 'approved').flatMap(publicNumbersOf),
    withheld: current.flatMap(withheldNumbersOf),
  };
}

/** The publication that agrees with most of the numbers first; of equals, in the order given. */
function byAgreement(sources: readonly ClaimSource[], readings: readonly Reading[]): ClaimSource[] {
  const worth = { supported: 4, 'supported-rounded': 3, 'other-set': 1 };
  const agreement = (source: ClaimSource) => {
    const published = publishedBy([source], []);
    let sum = 0;
    for (const reading of readings) {
      const { verdict } = findingOf(reading, published);
      sum += worth[verdict as keyof typeof worth] ?? 0;
    }
    return sum;
  };
  return sources
    .map((source) => ({ source, agrees: agreement(source) }))
    .sort((one, other) => other.agrees - one.agrees)
    .map(({ source }) => source);
}
