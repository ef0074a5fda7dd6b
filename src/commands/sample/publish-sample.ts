import type { INestApplicationContext } from '@nestjs/common';
import { periodTextInWords } from '../../domain/calendar/period.js';
import { periodOfGroups } from '../../domain/publication/period-choice.js';
import { newId } from '../../http/ids.js';
import { ApprovePublicationService } from '../../publications/approval/approve-publication.service.js';
import { DraftService } from '../../publications/drafting/draft.service.js';
import { PublicChoicesService } from '../../publications/groups/public-choices.service.js';
import { PublicationService } from '../../publications/publication.service.js';
import type { NewPublication } from '../../publications/drafting/draft.dto.js';
import type { Actor, Role } from '../../staff/sessions/actor.js';
import type { LoadedSample } from './load-sample.js';

const FIGURES = [
  ...['response', 'remissionBelow20', 'remissionAtMost10'].map((name) => `starters.${name}`),
  'baselineMean',
  'endpointMean',
  'meanReduction',
  'percentReductionOfMeans',
  'response',
  'remissionBelow20',
  'remissionAtMost10',
  'worsened',
  'respondersBaselineMean',
  'respondersEndpointMean',
  'respondersPercentReductionOfMeans',
].map((name) => (name.includes('.') ? name : `completers.${name}`));

/**
 * Lets the sample clinic's marketing draft its figures and its director approve them, as people do. Two drafts wait for
 * them: one that can take the place of what is public, and one that is refused, as it is of a part of a closed group.
 * @param context The service on the database of the sample.
 * @returns The name of the publication in its public address.
 */
export async function publishSample(context: INestApplicationContext, sample: LoadedSample, at: Date): Promise<string> {
  const drafts = context.get(DraftService, { strict: false });
  const [marketing, director] = [actorOf(sample, 'marketing', at), actorOf(sample, 'director', at)];
  const choices = context.get(PublicChoicesService, { strict: false });
  const { groups } = await choices.read(director, { kind: 'induction' });
  const period = periodOfGroups(groups);
  const [first, last] = [groups[0]?.from ?? '', groups.at(-1)?.to ?? ''].map((quarter) => quarter.slice(0, 4));
  const whole = draftOf(`Outcomes of ${first} to ${last}`, `outcomes-${first}-${last}`, {
    period,
    figures: FIGURES,
    charts: ['mean-before-after', 'trajectory', 'time-to-response'],
  });
  const { id, slug } = await drafts.create(marketing, whole, undefined);
  const details = context.get(PublicationService, { strict: false });
  const { preview } = await details.read(director, id);
  const contentHash = preview?.contentHash ?? '';
  await context.get(ApprovePublicationService, { strict: false }).approve(director, id, { contentHash });
  const short = draftOf(`Outcomes of ${first} to ${last}, in short`, whole.slug, {
    period: whole.period,
    charts: ['mean-before-after'],
    figures: FIGURES.filter((name) => name.endsWith('response') || name.endsWith('OfMeans')),
  });
  await drafts.create(marketing, short, undefined);
  const quarter = groups.at(-1)?.to ?? '';
  const part = draftOf(`Outcomes of ${periodTextInWords(quarter)}`, `outcomes-${quarter.toLowerCase()}`, {
    period: quarter,
    figures: ['starters.response', 'completers.response'],
    charts: ['mean-before-after'],
  });
  await drafts.create(marketing, part, undefined);
  return slug;
}

function draftOf(
  title: string,
  slug: string,
  rest: Pick<NewPublication, 'period' | 'figures' | 'charts'>,
): NewPublication {
  return { title, slug, kind: 'induction', ...rest };
}

function actorOf({ clinic, staff }: LoadedSample, role: Role, at: Date): Actor {
  const person = staff.find((candidate) => candidate.role === role);
  if (!person) throw new RangeError(`The sample clinic has nobody as ${role}.`);
  return { clinicId: clinic.id, staffId: person.id, role, requestId: `sample-${newId()}`, address: null, at };
}
