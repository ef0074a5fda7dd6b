import type { OpenAPIObject, SchemaObject } from '@nestjs/swagger';
import fc from 'fast-check';

const LONE_SURROGATE = String.fromCharCode(0xd800);

/** What people, programs and attackers send in place of a text. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    LONE_SURROGATE,
    `a${LONE_SURROGATE}b`,
    '\u200b',
    'Dana\u202eanaD',
    '\ufeff',
    '\n',
    '\x1b[2J',
  ],
  ...['\u{1f600}'.repeat(300), 'x'.repeat(10_000), 'e\u0301'.repeat(100), '﷽'.repeat(90), ' '.repeat(12)],
  ...[
    '__proto__',
    'constructor',
    'null',
    'true',
    '0',
    '-1',
    '1e308',
    '99999999999999999999',
    'NaN',
    '%',
    '%00',
    '%ED%A0%80',
  ],
  ...["'; DROP TABLE patient; --", '<script>alert(1)</script>', '{{7*7}}', '=1+1', '../../etc/passwd', 'http://[::1'],
  ...[
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01',
    '10000-01-01',
    '+275760-09-13',
    '-000001-01-01',
  ],
  ...[
    '9999-Q4',
    '0000',
    '0001..9999',
    '2026-Q1..2025-Q1',
    '0000-Q1..9999-Q4',
    '2026-03-04T00:00:00Z',
    'a@b',
    `${LONE_SURROGATE}@example.org`,
  ],
];
const NUMBERS = [-1, -0, 0, 0.5, 1, 65, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, 5e-324, 9007199254740993];
const OTHERS: unknown[] = [null, true, [], {}, [null], [[[[]]]], { a: { b: {} } }, { length: 1e9 }, { toString: 1 }];

export const text = fc.oneof(
  { arbitrary: fc.constantFrom(...TEXTS), weight: 4 },
  fc.string({ unit: 'binary', maxLength: 40 }),
);
export const anything: fc.Arbitrary<unknown> = fc.oneof(text, fc.constantFrom(...NUMBERS), fc.constantFrom(...OTHERS));

/** A value of a schema: its example, one of its parts wrong, or something else. */
export function valueOf(document: OpenAPIObject, given: SchemaObject | { $ref: string }): fc.Arbitrary<unknown> {
  const schema = resolved(document, given);
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [name, valueOf(document, field)] as const);
    const extra = fc.dictionary(text, anything, { maxKeys: 1 });
    return fc
      .tuple(
        fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] }),
        fc.option(extra, { freq: 8 }),
      )
      .map(([known, unknown]) => ({ ...known, ...unknown }));
  }
  if (schema.items) {
    const each = fc.array(valueOf(document, schema.items), { maxLength: 20 });
    return fc.oneof({ arbitrary: fc.constant(schema.example), weight: 12 }, each, anything);
  }
  const right: unknown[] = schema.enum ?? [schema.example, schema.default].filter((value) => value !== undefined);
  if (right.length === 0) return anything;
  return fc.oneof({ arbitrary: fc.constantFrom<unknown>(...right), weight: 12 }, anything);
}

function resolved(document: OpenAPIObject, schema: SchemaObject | { $ref: string }): SchemaObject {
  if (!('$ref' in schema)) return schema.allOf?.[0] ? resolved(document, schema.allOf[0]) : schema;
  const found = document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`The document has no ${schema.$ref}.`);
  return resolved(document, found);
}

/** As the UTF-8 of a client that does not look: a lone surrogate becomes the bytes that it would have. */
export function encoded(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return [...written].map((letter) => (letter === LONE_SURROGATE ? '%ED%A0%80' : encodeSafely(letter))).join('');
}

function encodeSafely(letter: string): string {
  return /\p{Cs}/u.test(letter) ? '%ED%BF%BF' : encodeURIComponent(letter);
}
