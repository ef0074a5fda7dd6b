import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { apiDocument } from '../../src/http/api-document.js';
import { permissions, scopes, type Route } from './permissions.js';

type Json = Record<string, unknown>;
interface Media {
  schema: Json;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Operation {
  description?: string;
  requestBody?: { content: Record<string, Media> };
  responses: Json;
  security?: Record<string, string[]>[];
}

const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [Route, Operation] => [
    `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}` as Route,
    operation,
  ]),
);

test('Redocly finds no error in the document', async () => {
  const cli = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const asked = ['lint', fileURLToPath(apiDocument), '--format', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...asked], { env, maxBuffer: 2 ** 26 });
  expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0 } });
}, 120_000);

test('no pattern of the document needs properties of letters, which Spectral’s and Python’s patterns have not', () => {
  expect(JSON.stringify(document).match(/"pattern":"[^"]*\\\\p\{[^"]*"/g)).toBeNull();
});

test('the document says where the service is', () => {
  expect(document.servers.map(({ url }) => url)).toEqual(['/']);
});

describe('every operation', () => {
  test.each(operations)('%s says who may call it', (route, { security = [], description }) => {
    const asked = security.flatMap((one) => Object.entries(one));
    for (const [scheme] of asked) expect(document.components.securitySchemes).toHaveProperty([scheme]);
    const roles = permissions[route];
    const scope = scopes[route];
    expect(asked.some(([scheme]) => scheme === 'cookie')).toBe(/clinician|director|marketing/.test(roles));
    expect(asked.flatMap(([scheme, named]) => (scheme === 'bearer' ? named : []))).toEqual(scope ? [scope] : []);
    if (roles === 'public') expect([security, description]).toEqual([[], 'Open to anybody, without signing in.']);
    else expect(description).toMatch(/Open to (people with the role|tokens with the scope)/);
  });

  test.each(operations)('%s documents how it refuses', (_route, { responses }) => {
    expect(Object.keys(responses).filter((status) => /^4\d\d$/.test(status))).not.toEqual([]);
  });
});

/** An example of a body: of the whole, or put together from those of its fields. */
function exampleOf(schema: Json): unknown {
  if (typeof schema.$ref === 'string')
    return exampleOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? '']!);
  if (schema.example !== undefined) return schema.example;
  if (schema.items) return [exampleOf(schema.items as Json)];
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flat().filter(Boolean) as Json[];
  if (parts[0]) return exampleOf(parts[0]);
  if (!schema.properties) return Array.isArray(schema.enum) ? schema.enum[0] : undefined;
  const fields = Object.entries(schema.properties as Record<string, Json>);
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field)]));
}

const bodies = operations.flatMap(([route, { requestBody }]) => {
  const media = requestBody?.content['application/json'];
  if (!media) return [];
  const whole = Object.entries(media.examples ?? { whole: { value: media.example ?? exampleOf(media.schema) } });
  return whole.map(([name, { value }]): [Route, string, Json, unknown] => [route, name, media.schema, value]);
});

test.each(bodies)('the example of a body of %s is one: %s', (_route, _name, schema, value) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile({ ...schema, components: document.components });
  validate(JSON.parse(JSON.stringify(value)));
  expect(validate.errors ?? []).toEqual([]);
});
