import type { SchemaObject } from '@nestjs/swagger';
import ts from 'typescript';
import { inOneLine, TypeSchemas } from './type-schemas.js';

/** What the routes answer with, read from the return types of their methods. */
export class AnswerTypes {
  private readonly methods = new Map<string, ts.MethodDeclaration>();
  private readonly checker: ts.TypeChecker;
  private readonly types: TypeSchemas;

  /** @param root The folder of the project, whose sources are read. */
  constructor(root: string) {
    const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
      config: object;
    };
    const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
    const controllers = fileNames.filter((name) => name.endsWith('.controller.ts'));
    const program = ts.createProgram(controllers, { ...options, noEmit: true });
    this.checker = program.getTypeChecker();
    this.types = new TypeSchemas(this.checker);
    for (const name of controllers)
      program.getSourceFile(name)?.statements.filter(ts.isClassDeclaration).forEach(this.read);
  }

  /** The named types that answers are made of. */
  get schemas(): Record<string, SchemaObject> {
    return this.types.schemas;
  }

  /** The schema of what a route answers with, by its operation id. */
  schemaOf(operationId: string): SchemaObject {
    const method = this.methods.get(operationId);
    const signature = method && this.checker.getSignatureFromDeclaration(method);
    const type = signature && this.checker.getAwaitedType(signature.getReturnType());
    if (!type) throw new Error(`${operationId} answers with nothing that has a type.`);
    return this.types.schemaOf(type);
  }

  /** What the `@returns` of a method says of its answer. */
  wordsOn(operationId: string): string {
    const method = this.methods.get(operationId);
    const [comment] = method ? ts.getJSDocTags(method).filter(ts.isJSDocReturnTag) : [];
    return inOneLine(ts.getTextOfJSDocComment(comment?.comment) ?? '');
  }

  private readonly read = ({ name, members }: ts.ClassDeclaration): void => {
    for (const method of members.filter(ts.isMethodDeclaration)) {
      this.methods.set(`${name?.text}_${method.name.getText()}`, method);
    }
  };
}
