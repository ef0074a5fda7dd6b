import type { PublishedDocument } from '../../domain/publication/published-document.js';
import * as schema from '../../http/schema.js';
import { publicContentParts } from '../../publications/document/public-content.schemas.js';

const { listOf, objectSchema, text } = schema;

const uuid = (description: string) => ({ ...text(description), format: 'uuid' });
const instant = (description: string) => ({ ...text(description), format: 'date-time' });
const constant = (value: string) => ({ ...text('Always the same'), const: value });

type Part<Key extends keyof PublishedDocument> = PublishedDocument[Key];

/** A published document, for the components of the API document. */
export const publishedSchemas = {
  PublishedDocument: objectSchema<PublishedDocument>(
    'A publication as it was approved and signed; not a byte of it changes',
    {
      ...publicContentParts,
      format: constant('cudos-publication/1'),
      id: uuid('Of this very document'),
      slug: text('Name in the address of the current document'),
      title: text('For people'),
      state: constant('approved'),
      supersedes: {
        type: ['string', 'null'],
        format: 'uuid',
        description: 'Id of the document before it, of the same slug',
      },
      clinic: objectSchema<Part<'clinic'>>('Whose figures they are', {
        name: text('Public name'),
      }),
      sentences: listOf('AllowedSentence', 'What may be said'),
      footnote: text('What belongs under every sentence'),
      provenance: objectSchema<Part<'provenance'>>('Where the numbers come from', {
        asOf: instant('Instant of the data, UTC'),
        dataHash: text('SHA-256 of the courses counted, in any order, hex'),
        software: text('What computed them'),
      }),
      approval: objectSchema<Part<'approval'>>('Who approved it, without names', {
        role: constant('director'),
        at: instant('When, UTC'),
        selfApproved: schema.truth('The author approved it, as the only director'),
      }),
      hash: text('SHA-256 of the canonical JSON (RFC 8785) without hash and signature, hex'),
      signature: objectSchema<Part<'signature'>>('Over that canonical JSON', {
        algorithm: constant('Ed25519'),
        kid: text('Thumbprint of the key (RFC 7638)'),
        publicKey: objectSchema<Part<'signature'>['publicKey']>('The key', {
          kty: constant('OKP'),
          crv: constant('Ed25519'),
          x: text('base64url'),
        }),
        value: text('base64url'),
      }),
    },
  ),
};
