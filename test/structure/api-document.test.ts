import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { apiDocument } from '../../src/http/api-document.js';
import { permissions, scopes, type Route } from './permissions.js';

type Json = Record<string, unknown>;
interface Media {
  schema?: Json;
  example?: unknown;
  examples?: Json;
}
interface Operation {
  operationId: string;
  summary?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
  security?: Json[];
}

const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, Json> }> };
};

/** Operations by the name the table of permissions gives them. */
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    operation,
  ]),
);

/** What a reference in the document leads to; undefined where it leads nowhere. */
function follow(reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { $ref, ...rest } = node as Json;
  const own = typeof $ref === 'string' ? [$ref] : [];
  return [...own, ...Object.values(rest).flatMap(referencesIn)];
}

/** Names of the parts of a schema for which the document shows no example. */
function unexplained(schema: Json, name: string, seen: readonly string[] = []): string[] {
  if ('example' in schema || 'examples' in schema || 'enum' in schema || 'const' in schema) return [];
  const { $ref, items, properties, type, additionalProperties } = schema;
  if (typeof $ref === 'string') {
    return seen.includes($ref) ? [] : unexplained(follow($ref) as Json, name, [...seen, $ref]);
  }
  const parts = [schema.oneOf, schema.anyOf, schema.allOf].flat().filter(Boolean) as Json[];
  if (parts.length > 0) return parts.flatMap((part) => unexplained(part, name, seen));
  if (items) return unexplained(items as Json, `${name}[]`, seen);
  if (properties) {
    return Object.entries(properties as Record<string, Json>).flatMap(([key, part]) =>
      unexplained(part, `${name}.${key}`, seen),
    );
  }
  if (additionalProperties) return [];
  // An example of null is not written out.
  return type === 'boolean' || [type].flat().includes('null') ? [] : [name];
}

function unexplainedMedia(content: Record<string, Media>, name: string): string[] {
  return Object.values(content)
    .filter(({ example, examples }) => example === undefined && examples === undefined)
    .flatMap(({ schema }) => (schema ? unexplained(schema, name) : [name]));
}

test('the committed document is the one the routes declare', async () => {
  const run = promisify(execFile);
  const checked = run(process.execPath, ['src/run.mjs', 'commands/openapi', '--check']);
  await expect(checked).resolves.toBeDefined();
}, 180_000);

test('the document describes every route of the API, and no other', () => {
  const routes = Object.keys(permissions).filter(
    (route) => !/^GET \/(docs|openapi\.json|assets|manifest|service-worker|icon-|published|embed|\*)/.test(route),
  );
  expect(operations.map(([name]) => name).sort()).toEqual(routes.sort());
});

test('every reference leads somewhere', () => {
  const lost = referencesIn(document).filter((reference) => follow(reference) === undefined);
  expect(lost).toEqual([]);
  expect(document.openapi).toBe('3.1.0');
});

test('a list says what it is a list of', () => {
  const vague = (node: unknown, path: string): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { items } = node as { items?: Json };
    const own = items && Object.keys(items).join() === 'type' && items.type === 'object' ? [path] : [];
    return [...own, ...Object.entries(node).flatMap(([key, part]) => vague(part, `${path}/${key}`))];
  };
  expect(vague(document, '')).toEqual([]);
});

test('a value is never described as any object at all', () => {
  const vague = Object.entries(document.components.schemas).flatMap(([name, { properties }]) =>
    Object.entries(properties ?? {})
      .filter(([, { type, ...rest }]) => type === 'object' && !('properties' in rest))
      .filter(([, part]) => !('additionalProperties' in part))
      .map(([key]) => `${name}.${key}`),
  );
  expect(vague).toEqual([]);
});

describe('a problem of few routes is documented by them alone', () => {
  test.each([
    [
      'confirmation-needed',
      ['PATCH /v1/patients/:id', 'POST /v1/patients', 'PUT /v1/courses/:courseId/assessments/:slot'],
    ],
    [
      'key-reused',
      [
        'POST /v1/patients',
        'POST /v1/patients/:patientId/courses',
        'POST /v1/publications',
        'POST /v1/staff',
        'POST /v1/system-accounts',
      ],
    ],
    ...['figures-changed', 'would-disclose', 'cannot-sign'].map((type): [string, string[]] => [
      type,
      ['POST /v1/publications/:id/approval', ...(type === 'cannot-sign' ? ['POST /v1/setup'] : [])],
    ]),
    ['withdrawn', operations.map(([name]) => name).filter((name) => name.startsWith('GET /v1/published/'))],
    ['sign-in-refused', ['passkey', 'sso', 'sso/code', ''].map((way) => `POST /v1/session/${way}`.replace(/\/$/, ''))],
    [
      'code-needed-again',
      operations
        .map(([name]) => name)
        .filter((name) =>
          /(POST|DELETE) \/v1\/account\/(passkeys|recovery-codes)|DELETE \/v1\/account\/sso|account\/sso\/options|exports\/|audit-events\.|cohorts\/courses\.|\/approval|(POST|PATCH|DELETE) \/v1\/(staff|system-accounts)|PATCH \/v1\/clinic/.test(
            name,
          ),
        ),
    ],
    ['second-factor-needed', ['POST /v1/session', 'POST /v1/session/sso', 'POST /v1/session/sso/code']],
    ['link-not-valid', ['POST /v1/setup', 'POST /v1/one-time-links/redemption', 'POST /v1/session/sso/options']],
    ['foreign-origin', operations.map(([name]) => name).filter((name) => !name.startsWith('GET '))],
  ])('%s', (type, expected) => {
    const documenting = operations.filter(([, { responses }]) =>
      Object.values(responses).some(({ content }) => type in (content?.['application/problem+json']?.examples ?? {})),
    );
    expect(documenting.map(([name]) => name).sort()).toEqual([...expected].sort());
  });
});

test('no two operations have the same name', () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
});

describe('every operation', () => {
  test.each(operations)('%s says what it does', (_name, { summary }) => {
    expect(summary).toMatch(/^[A-Z].{5,}[^.]$/);
  });

  test.each(operations)('%s declares the parameters of its address', (name, operation) => {
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    const named = [...name.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
    expect(declared.map((parameter) => parameter.name).sort()).toEqual(named.sort());
  });

  test.each(operations)('%s shows an example of what it takes and answers', (_name, operation) => {
    const { requestBody, responses } = operation;
    const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    expect(successes.length).toBeGreaterThan(0);
    const taken = requestBody ? unexplainedMedia(requestBody.content, 'body') : [];
    const answered = successes.flatMap(([status, { content }]) => {
      if (status === '204') return [];
      return content ? unexplainedMedia(content, status) : [status];
    });
    expect([...taken, ...answered]).toEqual([]);
  });

  test.each(operations.filter(([name]) => name.includes(' /v1/')))(
    '%s documents its problems, and that one must sign in',
    (name, { responses, security }) => {
      const isPublic = permissions[name as keyof typeof permissions] === 'public';
      const expected = isPublic ? ['500'] : ['401', '500'];
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(expected));
      for (const [status, { content }] of Object.entries(responses)) {
        if (status >= '400') expect(content).toHaveProperty(['application/problem+json']);
      }
      const scope = scopes[name as Route];
      const ways = [...(scope ? [{ bearer: [scope] }] : []), { cookie: [] }];
      expect(security ?? []).toEqual(isPublic ? [] : ways);
    },
  );
});
