import ts from 'typescript';
import { isTest, sourcesBelow } from '../architecture/source-tree.js';
import type { SourceFile } from '../architecture/source-tree.js';
import { CONTRACTS } from './contracts.js';
import type { NamedContract } from './contracts.js';

/** How an app uses a contract: `@On`, `LiveEvents.watch`, `@Answers`; or it hands another owner's request to something that sends it. */
export type Use = 'reacts' | 'watches' | 'answers' | 'asks';

export interface ContractUse {
  readonly app: string;
  readonly use: Use;
  readonly named: NamedContract;
  /** Path of the source file that does it. */
  readonly path: string;
}

/** What the apps do with contracts, read from their sources. */
export function contractUses(): readonly ContractUse[] {
  const sources = sourcesBelow('apps').filter(
    (file) => !isTest(file) && !/\/src\/(testing|entrance)\//.test(file.path) && file.path.includes('/src/'),
  );
  return sources.filter((file) => file.imports.some(isContracts)).flatMap(usesIn);
}

/** The services that use a contract in one of the given ways, in alphabetical order. */
export function appsThat(
  uses: readonly ContractUse[],
  ways: readonly Use[],
  subject: string | undefined,
): readonly string[] {
  const found = uses.filter(({ use, named }) => ways.includes(use) && named.contract.subject === subject);
  return [...new Set(found.map(({ app }) => app))].sort();
}

/** The same for one source file: calls and decorators whose first argument is an imported contract. */
export function usesIn(file: Pick<SourceFile, 'path' | 'text'>): ContractUse[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  const imported = importedContracts(source);
  const app = file.path.split('/')[1] ?? '';
  const found: ContractUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const named = first && ts.isIdentifier(first) ? imported.get(first.text) : undefined;
      const use = named && useOf(calledName(node), named, app);
      if (use) found.push({ app, use, named, path: file.path });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function useOf(called: string, { owner, contract }: NamedContract, app: string): Use | undefined {
  if (contract.subject === undefined) return undefined;
  if (called === 'On') return 'reacts';
  if (called === 'watch') return 'watches';
  if (called === 'Answers') return 'answers';
  return contract.answer && app !== owner ? 'asks' : undefined;
}

function calledName({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

function importedContracts(source: ts.SourceFile): ReadonlyMap<string, NamedContract> {
  const found = new Map<string, NamedContract>();
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const names = statement.importClause?.namedBindings;
    if (!isContracts(specifier) || !names || !ts.isNamedImports(names)) continue;
    const owner = specifier.replace(CONTRACTS_PACKAGE, '');
    for (const { name, propertyName } of names.elements) {
      const named = CONTRACTS.find((c) => c.owner === owner && c.name === (propertyName ?? name).text);
      if (named) found.set(name.text, named);
    }
  }
  return found;
}

const CONTRACTS_PACKAGE = /^@meridian\/contracts-/;

function isContracts(specifier: string): boolean {
  return CONTRACTS_PACKAGE.test(specifier);
}
