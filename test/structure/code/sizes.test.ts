import { expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import ts from 'typescript';
import { fullFolders, longFiles, longFunctions } from './exceptions.js';
import { sources, type Source } from './sources.js';

/** A migration creates its tables from top to bottom and is never changed. */
const written = sources.filter(({ path }) => path.startsWith('src/'));

const LONGEST_FILE = 250;
const LONGEST_OF_ONE_CONCEPT = 160;
const ofOneConcept = /^src\/domain\/|\.(service|repository)\.ts$/;

test('no file is longer than 250 lines, and none of the domain, no service and no repository than 160', () => {
  const long = written.filter(
    ({ path, lines }) => lines > (ofOneConcept.test(path) ? LONGEST_OF_ONE_CONCEPT : LONGEST_FILE),
  );
  expect(long.map(({ path }) => path)).toEqual(longFiles);
});

const LONGEST_FUNCTION = 40;
/** A page reads from top to bottom. */
const LONGEST_COMPONENT = 90;

test('no function is longer than 40 lines, and no component of a page than 90', () => {
  const long = written.flatMap((source) =>
    functionsOf(source)
      .filter((each) => linesOf(source, each) > (isComponent(each) ? LONGEST_COMPONENT : LONGEST_FUNCTION))
      .map((each) => `${source.path} ${nameOf(each)}`),
  );
  expect(long).toEqual(longFunctions);
});

const MOST_PARAMETERS = 6;

test('no constructor takes more than 6 parameters', () => {
  const wide = written.flatMap((source) =>
    functionsOf(source)
      .filter((each) => ts.isConstructorDeclaration(each) && each.parameters.length > MOST_PARAMETERS)
      .map(() => source.path),
  );
  expect(wide).toEqual([]);
});

const MOST_FILES = 30;

test('no folder holds more than 30 files', () => {
  const counts = new Map<string, number>();
  for (const { path } of written) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  const full = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
  expect(full).toEqual(fullFolders);
});

function functionsOf({ tree }: Source): ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function linesOf({ tree }: Source, node: ts.Node): number {
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.end) - lineAt(node.getStart()) + 1;
}

function isComponent(each: ts.FunctionLikeDeclaration): boolean {
  return each.getSourceFile().fileName.endsWith('.tsx') && /^[A-Z]/.test(nameOf(each));
}

function nameOf(each: ts.FunctionLikeDeclaration): string {
  if (each.name) return each.name.getText();
  return ts.isVariableDeclaration(each.parent) ? each.parent.name.getText() : 'constructor or unnamed';
}
