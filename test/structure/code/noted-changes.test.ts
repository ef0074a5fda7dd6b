import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { sources } from './sources.js';

/** What notes a change of courses by itself. */
const NOTING = ['noteChanges', 'noteMove', 'noteOf'];

/** A statement, or a call of TypeORM's, that changes courses or their current entries. */
const WRITES =
  /\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(course|assessment)\b|\bmanager\s*\.(insert|update|upsert|save|delete|remove)\(\s*(Course|Assessment)\b/;

/** A function, a constant or a method of a file. */
interface Part {
  path: string;
  name: string;
  /** Names that its file imports. */
  imported: ReadonlySet<string>;
  /** A method is known to its class alone. */
  isMethod: boolean;
  writes: boolean;
  uses: ReadonlySet<string>;
}

const files = sources.filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/web/'));

test('whoever writes a course or an entry notes that the course changed, for what is kept of its quarter', () => {
  expect(forgotten(files)).toEqual([]);
});

test.each([
  ['a statement', "export async function stop() { await query('UPDATE course SET stopped_on = $3'); }", ['a.ts: stop']],
  [
    'a constant',
    'const ADD = `INSERT INTO assessment (id) VALUES ($1)`; class A { add() { return query(ADD); } }',
    ['a.ts: add'],
  ],
  ['TypeORM', 'class A { async change() { await manager.update(Course, {}, {}); } }', ['a.ts: change']],
  ['a note', 'class A { async change() { await manager.update(Course, {}, {}); await noteChanges(t, []); } }', []],
  [
    'an import',
    "import { setScores } from './b.js'; class A { add() { return query(setScores('')); } }",
    ['a.ts: add'],
  ],
  ['a version', 'class A { add() { return query("INSERT INTO assessment_version (id) VALUES ($1)"); } }', []],
])('of %s it would be found', (_what, text, found) => {
  const other = 'export function setScores() { return `UPDATE course SET score_1 = 1`; }';
  expect(forgotten([treeOf('a.ts', text), treeOf('b.ts', other)]).filter((name) => name.startsWith('a.ts'))).toEqual(
    found,
  );
});

const treeOf = (path: string, text: string) => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

/** The parts that write without a note, and that no other part uses, which could note for them. */
function forgotten(all: readonly { path: string; tree: ts.SourceFile }[]): string[] {
  const parts = all.flatMap(({ path, tree }) => partsOf(path, tree));
  const noting = new Set(NOTING);
  const notes = ({ uses }: Part) => [...uses].some((name) => noting.has(name));
  for (let known = 0; known < noting.size;) {
    known = noting.size;
    for (const part of parts) if (!part.isMethod && notes(part)) noting.add(part.name);
  }
  const silent = parts.filter((part) => !notes(part));
  const open = new Set(silent.filter(({ writes }) => writes));
  for (let known = 0; known < open.size;) {
    known = open.size;
    for (const user of silent) if ([...open].some((part) => isUsedBy(part, user))) open.add(user);
  }
  return [...open]
    .filter((part) => !parts.some((user) => isUsedBy(part, user)))
    .map(({ path, name }) => `${path}: ${name}`);
}

function isUsedBy(part: Part, user: Part): boolean {
  const isSeen = part.path === user.path || user.imported.has(part.name);
  return part !== user && !part.isMethod && isSeen && user.uses.has(part.name);
}

function partsOf(path: string, tree: ts.SourceFile): Part[] {
  const imported = new Set(tree.statements.flatMap(importedBy));
  const partOf = (node: ts.Node, name: ts.Node | undefined, isMethod: boolean): Part => {
    const text = name?.getText() ?? '';
    return { path, name: text, imported, isMethod, writes: WRITES.test(node.getText()), uses: namesIn(node, name) };
  };
  return tree.statements.flatMap((statement) => {
    if (ts.isClassDeclaration(statement)) return statement.members.map((member) => partOf(member, member.name, true));
    if (ts.isFunctionDeclaration(statement)) return [partOf(statement, statement.name, false)];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((each) => partOf(each, each.name, false));
  });
}

function importedBy(statement: ts.Statement): string[] {
  const names = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
  return names && ts.isNamedImports(names) ? names.elements.map(({ name }) => name.text) : [];
}

function namesIn(node: ts.Node, but: ts.Node | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && inner !== but) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
}
