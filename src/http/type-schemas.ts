import type { SchemaObject } from '@nestjs/swagger';
import ts from 'typescript';

type Schema = Omit<SchemaObject, '$ref'> & { $ref?: string };

/** Tags of a comment that are keywords of JSON Schema. */
const KEYWORDS = new Set(['minimum', 'maximum', 'pattern', 'format', 'minItems', 'maxItems', 'example']);
const { StringLike, NumberLike, BooleanLike, Null, Undefined, Unknown } = ts.TypeFlags;
const PLAIN = StringLike | NumberLike | BooleanLike;

/** JSON Schemas of TypeScript types, described by the comments of their fields and of the names they are written by. */
export class TypeSchemas {
  /** The named types that were met. */
  readonly schemas: Record<string, SchemaObject> = {};
  private readonly symbols = new Map<string, ts.Symbol>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** @param written How the type is written where it is used, which may be by a name that says more of it. */
  schemaOf(type: ts.Type, written?: ts.TypeNode): Schema {
    if (type.flags & Null) return { type: 'null' };
    const members = membersOf(type);
    const name = this.nameOf(type, written);
    if (members.every(({ flags }) => flags & PLAIN)) {
      const plain = this.plain(members, written);
      return name ? this.described(plain, name) : plain;
    }
    const isOptional = members.some(({ flags }) => flags & Undefined);
    if (name && !isOptional) return this.reference(name, type);
    const isNullable = members.some(({ flags }) => flags & Null);
    if (!isOptional && !isNullable) return this.composite(type, written);
    const schema = this.schemaOf(this.checker.getNonNullableType(type), written && withoutNull(written));
    return isNullable ? nullable(schema) : schema;
  }

  /** A text, a number, a truth value, or one of several. */
  private plain(members: readonly ts.Type[], written?: ts.TypeNode): Schema {
    const [type, ...others] = new Set(members.map(plainTypeOf));
    if (others.length > 0) return { type: [type, ...others] } as unknown as Schema;
    if (type === 'boolean' || !members.every((member) => member.isLiteral())) return { type };
    if (type === 'number') {
      const numbers = members.map((member) => (member as ts.NumberLiteralType).value);
      return { type: 'integer', minimum: Math.min(...numbers), maximum: Math.max(...numbers) };
    }
    const values = members.map((member) => (member as ts.StringLiteralType).value);
    const inOrder = written ? this.literalsOf(written) : [];
    return { type, enum: values.sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b) || (a < b ? -1 : 1)) };
  }

  private composite(type: ts.Type, written?: ts.TypeNode): Schema {
    if (type.flags & Unknown) return {};
    if (type.isUnion()) return { anyOf: type.types.map((member) => this.schemaOf(member)) };
    if (this.checker.isTupleType(type)) return this.tuple(type as ts.TypeReference);
    if (this.checker.isArrayType(type)) return this.array(type as ts.TypeReference, written);
    return this.object(type);
  }

  private array(type: ts.TypeReference, node?: ts.TypeNode): Schema {
    const [item] = this.checker.getTypeArguments(type);
    return { type: 'array', items: item && this.schemaOf(item, node && itemOf(node)) };
  }

  private tuple(type: ts.TypeReference): Schema {
    const items = this.checker.getTypeArguments(type);
    return {
      type: 'array',
      minItems: items.length,
      maxItems: items.length,
      items: this.schemaOf(items[0] as ts.Type),
    };
  }

  private object(type: ts.Type): Schema {
    const fields = this.checker.getPropertiesOfType(type);
    if (fields.every(({ declarations }) => !declarations)) fields.sort((a, b) => (a.name < b.name ? -1 : 1));
    const others = this.checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
    const isOptional = (field: ts.Symbol) => field.flags & ts.SymbolFlags.Optional;
    return {
      type: 'object',
      ...(fields.length > 0 && {
        required: fields.filter((field) => !isOptional(field)).map(({ name }) => name),
        properties: Object.fromEntries(fields.map((field) => [field.name, this.field(field) as SchemaObject])),
      }),
      ...(others && { additionalProperties: this.schemaOf(others) }),
    };
  }

  private field(field: ts.Symbol): Schema {
    const [declaration] = field.declarations ?? [];
    const written = declaration && 'type' in declaration ? (declaration.type as ts.TypeNode) : undefined;
    return this.described(this.schemaOf(this.checker.getTypeOfSymbol(field), written), field);
  }

  /** A reference to a named type, which is described once. */
  private reference(symbol: ts.Symbol, type: ts.Type): Schema {
    const { name } = symbol;
    const known = this.symbols.get(name);
    if (known && known !== symbol) throw new Error(`Two types of answers are named ${name}.`);
    if (!known) {
      this.symbols.set(name, symbol);
      const [declaration] = symbol.declarations ?? [];
      const written = declaration && ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
      this.schemas[name] = this.described(this.composite(type, written), symbol);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The name that this project gave to a type which is no case of a more general one. */
  private nameOf(type: ts.Type, node?: ts.TypeNode): ts.Symbol | undefined {
    const alias = node && ts.isTypeReferenceNode(node) && !node.typeArguments ? this.aliasAt(node) : undefined;
    const symbol = alias ?? (isSpecialCase(type) ? undefined : (type.aliasSymbol ?? type.symbol));
    const isNamed = symbol && !/^__/.test(symbol.name);
    const isOwn = symbol?.declarations?.every((at) => !at.getSourceFile().fileName.includes('/node_modules/'));
    return isNamed && isOwn ? symbol : undefined;
  }

  private aliasAt({ typeName }: ts.TypeReferenceNode): ts.Symbol | undefined {
    const symbol = this.checker.getSymbolAtLocation(typeName);
    const aliased = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = aliased?.declarations ?? [];
    if (declaration && ts.isTypeParameterDeclaration(declaration)) {
      return declaration.default && ts.isTypeReferenceNode(declaration.default)
        ? this.aliasAt(declaration.default)
        : undefined;
    }
    return aliased && aliased.flags & ts.SymbolFlags.TypeAlias ? aliased : undefined;
  }

  /** The schema with what a comment says: its text, and keywords such as `@minimum 0`. */
  private described(schema: Schema, symbol: ts.Symbol): Schema {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    const tags = symbol.getJsDocTags(this.checker);
    const keywords = tags.filter(({ name }) => KEYWORDS.has(name));
    const isWhole = tags.some(({ name }) => name === 'integer');
    return {
      ...schema,
      ...(isWhole && { type: Array.isArray(schema.type) ? ['integer', 'null'] : 'integer' }),
      ...(text && { description: inOneLine(text).replace(/\.$/, '') }),
      ...anyOf(tags),
      ...Object.fromEntries(keywords.map((tag) => [tag.name, valueOf(ts.displayPartsToString(tag.text))])),
    };
  }

  /** The values of a type in the order in which they are written. */
  private literalsOf(node: ts.TypeNode): (string | number)[] {
    if (ts.isParenthesizedTypeNode(node)) return this.literalsOf(node.type);
    if (ts.isUnionTypeNode(node)) return node.types.flatMap((each) => this.literalsOf(each));
    if (ts.isTypeReferenceNode(node)) {
      const [declaration] = this.aliasAt(node)?.declarations ?? [];
      return declaration && ts.isTypeAliasDeclaration(declaration) ? this.literalsOf(declaration.type) : [];
    }
    if (ts.isTypeOperatorNode(node)) {
      return this.checker
        .getTypeFromTypeNode(node.type)
        .getProperties()
        .map(({ name }) => name);
    }
    if (ts.isIndexedAccessTypeNode(node)) {
      const list = this.checker.getTypeFromTypeNode(node.objectType);
      if (!this.checker.isTupleType(list)) return [];
      return this.checker
        .getTypeArguments(list as ts.TypeReference)
        .flatMap(membersOf)
        .map((type) => (type as ts.LiteralType).value as string);
    }
    const type = this.checker.getTypeFromTypeNode(node);
    return type.isLiteral() ? [type.value as string] : [];
  }
}

function membersOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** `Page<Patient>` is one, `Rate` is none, nor is `Rate<number>` where number is what is meant anyway. */
function isSpecialCase(type: ts.Type): boolean {
  if (type.aliasTypeArguments) return true;
  const { target, typeArguments = [] } = type as Partial<ts.TypeReference>;
  return (target?.typeParameters ?? []).some((parameter, at) => parameter.getDefault() !== typeArguments[at]);
}

function plainTypeOf({ flags }: ts.Type): 'string' | 'number' | 'boolean' {
  if (flags & StringLike) return 'string';
  return flags & NumberLike ? 'number' : 'boolean';
}

function nullable(schema: Schema): Schema {
  const { type, enum: values } = schema;
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'].flat(),
    ...(values && { enum: [...(values as unknown[]), null] }),
  };
}

function withoutNull(node: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(node)) return withoutNull(node.type);
  if (!ts.isUnionTypeNode(node)) return node;
  const [first, ...others] = node.types.filter((each) => each.getText() !== 'null');
  return first && others.length === 0 ? withoutNull(first) : node;
}

function itemOf(node: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isTypeOperatorNode(node)) return itemOf(node.type);
  return ts.isArrayTypeNode(node) ? node.elementType : undefined;
}

/** `@anyOf A B` says of an unknown value that it is an A, a B or null, where their rooms can't be imported. */
function anyOf(tags: readonly ts.JSDocTagInfo[]): Schema {
  const tag = tags.find(({ name }) => name === 'anyOf');
  if (!tag) return {};
  const names = ts.displayPartsToString(tag.text).split(/\s+/);
  return { anyOf: [...names.map((name) => ({ $ref: `#/components/schemas/${name}` })), { type: 'null' }] };
}

export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
