import { ApiProperty, type ApiPropertyOptions, type ReferenceObject, type SchemaObject } from '@nestjs/swagger';

type Schema = SchemaObject | ReferenceObject;

/** An answer's parts by name; the compiler sees to it that each key of the type has one and that none is invented. */
export type SchemasOf<T> = Record<keyof T, Schema>;

/** The schema of an object that has every one of its keys, but for those named. */
export function objectSchema<T>(
  description: string,
  properties: SchemasOf<T>,
  optional: readonly (keyof T)[] = [],
): SchemaObject {
  const keys = Object.keys(properties) as (keyof T & string)[];
  const required = keys.filter((key) => !optional.includes(key));
  return { type: 'object', description, required, properties };
}

/** A schema of the document's components, with what it stands for here. */
export function ref(name: string, description?: string): ReferenceObject & SchemaObject {
  const $ref = `#/components/schemas/${name}`;
  return description === undefined ? { $ref } : { $ref, description };
}

export function refOrNull(name: string, description: string): SchemaObject {
  return { description, oneOf: [ref(name), { type: 'null' }] };
}

export function listOf(name: string, description: string): SchemaObject {
  return { type: 'array', description, items: ref(name) };
}

/** An object with one part of the same schema for each key. */
export function eachOf(keys: readonly string[], schema: Schema, description: string): SchemaObject {
  const properties = Object.fromEntries(keys.map((key) => [key, schema]));
  return { type: 'object', description, required: [...keys], properties };
}

/** Documents a part of a class whose schema no class declares. */
export const Documented = (schema: Schema) => ApiProperty(schema as ApiPropertyOptions);

export function text(description: string): SchemaObject {
  return { type: 'string', description };
}

export function oneOfTexts(values: readonly string[], description: string): SchemaObject {
  return { type: 'string', description, enum: [...values] };
}

export function oneOfTextsOrNull(values: readonly string[], description: string): SchemaObject {
  return { type: ['string', 'null'], description, enum: [...values, null] };
}

/** A calendar date that may be missing. */
export function dayOrNull(description: string): SchemaObject {
  return { type: ['string', 'null'], format: 'date', description };
}

/** A whole number of things, 0 or more. */
export function count(description: string): SchemaObject {
  return { type: 'integer', minimum: 0, description };
}

/** A number within bounds, both of which it can take. */
export function number(description: string, minimum?: number, maximum?: number): SchemaObject {
  return { type: 'number', description, ...bounds(minimum, maximum) };
}

export function numberOrNull(description: string, minimum?: number, maximum?: number): SchemaObject {
  return { type: ['number', 'null'], description, ...bounds(minimum, maximum) };
}

export function integer(description: string, minimum: number, maximum: number): SchemaObject {
  return { type: 'integer', minimum, maximum, description };
}

export function integerOrNull(description: string, minimum: number, maximum: number): SchemaObject {
  return { type: ['integer', 'null'], minimum, maximum, description };
}

export function truth(description: string): SchemaObject {
  return { type: 'boolean', description };
}

export function truthOrNull(description: string): SchemaObject {
  return { type: ['boolean', 'null'], description };
}

function bounds(minimum?: number, maximum?: number): SchemaObject {
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}
