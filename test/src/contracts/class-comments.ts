import ts from 'typescript';
import { sourcesBelow } from '../architecture/source-tree.js';

interface ClassComment {
  readonly text?: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** By class name. */
export type ClassComments = ReadonlyMap<string, ClassComment>;

/** What the doc comments in the sources of an owner's contracts say about its classes and their fields. */
export function classComments(owner: string): ClassComments {
  const files = sourcesBelow(`libs/contracts/${owner}/src`);
  return new Map(files.flatMap((file) => commentsIn(file.path, file.text)));
}

/** The same for one source text. */
export function commentsIn(path: string, text: string): [string, ClassComment][] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .map((declaration) => [
      declaration.name?.text ?? '',
      { text: commentOf(declaration), fields: fieldsOf(declaration) },
    ]);
}

function fieldsOf(declaration: ts.ClassDeclaration): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const member of declaration.members) {
    const comment = commentOf(member);
    if (ts.isPropertyDeclaration(member) && comment !== undefined) fields.set(member.name.getText(), comment);
  }
  return fields;
}

function commentOf(node: ts.Node): string | undefined {
  const [last] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const text = ts.getTextOfJSDocComment(last?.comment)?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
