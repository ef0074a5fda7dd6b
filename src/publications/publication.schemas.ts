import type { Refusal } from '../domain/disclosure/refusal.js';
import type { PublicContent } from '../domain/publication/published-document.js';
import * as schema from '../http/schema.js';
import { publicContentParts } from './document/public-content.schemas.js';

/** What is said of drafts beside their content, for the components of the API document. */
export const publicationSchemas = {
  PublicContent: schema.objectSchema<PublicContent>(
    'What the numbers of a publication would say; each is null where withheld, and in a draft that marketing reads',
    publicContentParts,
  ),
  Refusal: schema.objectSchema<Refusal>('Why a publication as a whole can not be', {
    rule: schema.oneOfTexts(
      ['threshold', 'differencing'],
      '`threshold`: fewer than 11 starters; `differencing`: with an earlier publication something of 1 to 10 patients ' +
        'could be computed',
    ),
    otherPublicationIds: {
      type: 'array',
      description: 'The earlier publications that it clashes with',
      items: { type: 'string', format: 'uuid' },
    },
    reason: schema.text('In words'),
  }),
};
