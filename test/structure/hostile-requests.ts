import fc from 'fast-check';
import type { OpenAPIObject, OperationObject, ParameterObject, SchemaObject } from '@nestjs/swagger';
import { encoded, text, valueOf } from './hostile-values.js';
import { thingAt, type Things } from './requests.js';

/** One request as it goes over the wire. */
export interface HostileRequest {
  method: string;
  /** Path and query, percent-encoded. */
  address: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Operation {
  method: string;
  path: string;
  described: OperationObject;
}

/** Every operation of the document. */
export function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths).flatMap(([path, { get, post, put, patch, delete: remove }]) =>
    Object.entries({ GET: get, POST: post, PUT: put, PATCH: patch, DELETE: remove }).flatMap(([method, described]) =>
      described ? [{ method, path, described }] : [],
    ),
  );
}

/** Requests to one operation, each of its parts right or wrong by chance. */
export function hostileRequests(
  document: OpenAPIObject,
  { method, path, described }: Operation,
  things: Things,
): fc.Arbitrary<HostileRequest> {
  const parameters = (described.parameters ?? []) as ParameterObject[];
  const given = (where: string) => parameters.filter((each) => each.in === where);
  return fc
    .record({
      ids: fc.record(Object.fromEntries(given('path').map((each) => [each.name, idOf(path, each, things)]))),
      query: fc.record(fieldsOf(given('query'), document), { requiredKeys: [] }),
      extra: fc.option(fc.tuple(text, text), { freq: 6 }),
      right: fc.record(
        Object.fromEntries(
          given('header').map((each) => [
            each.name.toLowerCase(),
            fc.constant(String(each.example ?? (each.schema as SchemaObject).example)),
          ]),
        ),
        { requiredKeys: [] },
      ),
      wrong: fc.option(fc.record(CONDITIONS, { requiredKeys: [] }), { freq: 2 }),
      body: bodyOf(document, described),
    })
    .map(({ ids, query, extra, right, wrong, body }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encoded(ids[name]));
      const pairs = [...Object.entries(query), ...(extra ? [extra] : [])];
      const asked = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
      const bytes = Buffer.from(body?.bytes ?? '');
      const sent: Record<string, string> = body
        ? { 'content-type': body.type, 'content-length': String(bytes.length) }
        : {};
      return {
        method,
        address: asked ? `${filled}?${asked}` : filled,
        headers: { ...right, ...wrong, ...sent } as Record<string, string>,
        body: bytes,
      };
    });
}

const CONDITIONS = Object.fromEntries(
  Object.entries({
    'if-match': ['"1"', '"2"', '*', '1', '""', 'W/"1"', '"99999999999999999999"', '"-1"', '"1", "2"', '\xff'],
    'if-none-match': ['*', '"1"', '', '\xe9', ','.repeat(2000)],
    'idempotency-key': ['k', '', 'x'.repeat(201), '\xe9\x80'],
    'user-agent': ['\xff\xfe', 'x'.repeat(5000), 'Mozilla/5.0 (\x9b31m)'],
    'accept-encoding': ['br', 'gzip;q=nonsense', '*', 'identity;q=0, *;q=0'],
    accept: ['text/html', '*/*', '\xff', 'application/json;q=1e999'],
    range: ['bytes=0-0', 'bytes=9-1', 'x'],
    origin: ['null', 'http://[', '\xff'],
  }).map(([name, values]) => [name, fc.constantFrom(...values)]),
);

/** The path of a route, as the service writes it: `/v1/patients/:id`. */
export const asRoute = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Mostly the right id: with a wrong one nothing behind the address is reached. */
function idOf(path: string, { name }: ParameterObject, things: Things): fc.Arbitrary<unknown> {
  const right = thingAt(asRoute(path), name, { ...things, slot: 'infusion-2' });
  return fc.oneof({ arbitrary: fc.constant(right), weight: 5 }, text);
}

function fieldsOf(parameters: ParameterObject[], document: OpenAPIObject): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    parameters.map(({ name, schema }) => [
      name,
      fc.oneof({ arbitrary: valueOf(document, schema as SchemaObject), weight: 4 }, text),
    ]),
  );
}

interface Body {
  type: string;
  bytes: string | Buffer;
}

/** JSON that is right but for some values, or another kind of body altogether. */
function bodyOf(document: OpenAPIObject, { requestBody }: OperationObject): fc.Arbitrary<Body | null> {
  const content = requestBody && 'content' in requestBody ? requestBody.content : {};
  const json = content['application/json'];
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const raw = fc.constantFrom(
    '',
    'null',
    '{',
    '[]',
    '"',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '{"\\ud800":"\\udfff"}',
    '1e999',
  );
  const types = [...Object.keys(content), 'application/json', 'text/plain', 'multipart/form-data', 'x', '\xff/\xff'];
  const other = fc.record({ type: fc.constantFrom(...types), bytes: fc.oneof(raw, bytes) });
  if (!json)
    return Object.keys(content).length > 0
      ? fc.oneof(other, sheetOf(Object.keys(content)))
      : fc.option(other, { freq: 2 });
  const right = valueOf(document, json.schema as SchemaObject).map((value) => ({
    type: 'application/json',
    bytes: JSON.stringify(value),
  }));
  return fc.oneof({ arbitrary: right, weight: 6 }, other);
}

function sheetOf(types: string[]): fc.Arbitrary<Body> {
  const cell = fc.oneof(fc.constantFrom('A-1', '35', '2026-03-04', 'Number', 'score_1', 'date_1'), text);
  return fc.record({
    type: fc.constantFrom(...types),
    bytes: fc
      .array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 })
      .map((rows) => `chart_number,date_1,score_1\n${rows.map((row) => row.join(',')).join('\n')}`),
  });
}
