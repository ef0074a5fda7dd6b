import { Injectable } from '@nestjs/common';
import { cursorOf, keyOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { PublishedMemory, type Address, type Published } from './published-memory.service.js';
import { publishedCsv } from '../charts/published-csv.js';
import type { PublishedPageQuery } from './published.dto.js';
import { toKeySet, toPublishedPage } from './published.dto.js';
import { FOR_EVER, FOR_MINUTES, JSON_TYPE, representationOf, type Answer } from './representation.js';

/** What anybody may read of the clinics' published figures. */
@Injectable()
export class PublishedService {
  constructor(private readonly memory: PublishedMemory) {}

  /** The current publications of all clinics of this server, by slug. @throws Problem 400 for a cursor that is none. */
  async list({ after, limit }: PublishedPageQuery): Promise<Answer> {
    const [slug = null] = keyOf(after, 1) ?? [];
    const rows = await this.memory.list(slug, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next = last ? cursorOf([last.slug]) : null;
    return { ...jsonAnswer(toPublishedPage(rows.slice(0, limit), next)), next };
  }

  /** The signed document itself, byte by byte. @throws Problem 404, or 410 for a withdrawn one. */
  async document(address: Address): Promise<Answer> {
    const { id, document, slug } = await this.standing(address);
    const representation = await this.memory.once(`${id} json`, () => representationOf(document, JSON_TYPE));
    return { representation, headers: headersOf(address, `/v1/published/${slug}`) };
  }

  /** Its ladder and figures as CSV. @throws Problem 404, or 410 for a withdrawn one. */
  async csv(address: Address): Promise<Answer> {
    const { id, said, slug } = await this.standing(address);
    const representation = await this.memory.once(`${id} csv`, () =>
      representationOf(publishedCsv(said), 'text/csv; charset=utf-8'),
    );
    const disposition = `attachment; filename="${slug}-${id}.csv"`;
    const headers = headersOf(address, `/v1/published/${slug}.csv`);
    return { representation, headers: { ...headers, 'content-disposition': disposition } };
  }

  /** The public keys by which signatures are checked, as a JSON Web Key Set. */
  async keys(): Promise<Answer> {
    return jsonAnswer(toKeySet(await this.memory.keys()));
  }

  /** What still stands. @throws Problem 404, or 410 for a withdrawn one. */
  async standing(address: Address): Promise<Published> {
    const found = await this.memory.find(address);
    if (found === null) throw new Problem('not-found', 'Nothing was published at this address.');
    if (found.state === 'withdrawn') throw withdrawn(found);
    return found;
  }
}

/** The same headers for all that an address shows; a snapshot leads to what is current. */
export function headersOf(address: Address, current: string): Record<string, string> {
  if ('slug' in address) return FOR_MINUTES;
  return { ...FOR_EVER, link: `<${current}>; rel="latest-version"` };
}

function jsonAnswer(body: object): Answer {
  return {
    representation: representationOf(JSON.stringify(body), JSON_TYPE),
    headers: FOR_MINUTES,
  };
}

function withdrawn({ withdrawnReason, endedAt }: Published): Problem {
  const reason = withdrawnReason ?? '';
  const extras = { reason, withdrawnAt: endedAt?.toISOString() };
  return new Problem('withdrawn', `The clinic has withdrawn these figures: ${reason}`, extras, FOR_MINUTES);
}
