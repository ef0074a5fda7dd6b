import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { namedTwice } from './exceptions.js';
import { sources, type Source } from './sources.js';

/** The pages know the service by its routes, so they may call what a route answers by the name that the service has for it. */
const isOfPages = ({ path }: Source): boolean => path.startsWith('src/web/');
const written = sources.filter(({ path }) => path.startsWith('src/'));
const scopes = { service: written.filter((source) => !isOfPages(source)), pages: written.filter(isOfPages) };

test.each(Object.entries(scopes))('in the %s no two files export one name', (scope, within) => {
  const homes = new Map<string, Set<string>>();
  for (const source of within) {
    for (const name of exportsOf(source)) homes.set(name, (homes.get(name) ?? new Set()).add(source.path));
  }
  const twice = [...homes]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `${name}: ${[...files].join(', ')}`);
  expect(twice).toEqual(namedTwice[scope as keyof typeof namedTwice]);
});

/** The names that a file itself declares and exports, of values and of types. */
function exportsOf({ tree }: Source): string[] {
  return tree.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).getText()] : [];
  });
}
