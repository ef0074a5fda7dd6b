import type { SchemaObject } from '@nestjs/swagger';
import ts from 'typescript';
import { inOneLine, TypeSchemas } from './type-schemas.js';

/** What the routes answer with, read from the return types of their methods. */
export class AnswerTypes {
  private readonly methods = new Map<string, ts.MethodDeclaration>();
  private readonly program: ts.Program;
  private readonly checker: ts.TypeChecker;
  private readonly types: TypeSchemas;

  /** @param root The folder of the project, whose sources are read. */
  constructor(private readonly root: string) {
    const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
      config: object;
    };
    const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
    const controllers = fileNames.filter((name) => name.endsWith('.controller.ts'));
    this.program = ts.createProgram(controllers, { ...options, noEmit: true });
    this.checker = this.program.getTypeChecker();
    this.types = new TypeSchemas(this.checker);
    for (const name of controllers) {
      this.program.getSourceFile(name)?.statements.filter(ts.isClassDeclaration).forEach(this.read);
    }
  }

  /** The named types that answers are made of. */
  get schemas(): Record<string, SchemaObject> {
    return this.types.schemas;
  }

  /** The schema of what a route answers with, by its operation id; what is sent as bytes says in `json` what they are. */
  schemaOf(operationId: string): SchemaObject {
    const method = this.methods.get(operationId);
    const signature = method && this.checker.getSignatureFromDeclaration(method);
    const type = signature && this.checker.getAwaitedType(signature.getReturnType());
    if (!type) throw new Error(`${operationId} answers with nothing that has a type.`);
    const json = type.getProperty('json');
    return this.types.schemaOf(json ? this.checker.getNonNullableType(this.checker.getTypeOfSymbol(json)) : type);
  }

  /** Describes a type of a file that no route returns. */
  add(file: string, name: string): void {
    const source = this.program.getSourceFile(`${this.root}/${file}`);
    const module = source && this.checker.getSymbolAtLocation(source);
    const symbol = module && this.checker.getExportsOfModule(module).find((each) => each.name === name);
    if (!symbol) throw new Error(`${file} has no type named ${name}.`);
    this.types.schemaOf(this.checker.getDeclaredTypeOfSymbol(symbol));
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
