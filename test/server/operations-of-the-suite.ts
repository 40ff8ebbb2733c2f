/** Every operation that anybody sends here: the tests, the benchmarks, the explorer's examples, the README and the guides. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import ts from 'typescript';
import { packageRoot } from '../../src/package-root.js';

export interface FoundOperation {
  readonly file: string;
  readonly document: DocumentNode;
}

/** Those that the contract knows, each once. */
export function operationsOfTheSuite(schema: GraphQLSchema): readonly FoundOperation[] {
  const seen = new Set<string>();
  return texts().flatMap(({ file, text }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    const document = documentIn(text);
    return document && validate(schema, document).length === 0 ? [{ file, document }] : [];
  });
}

function texts(): readonly { readonly file: string; readonly text: string }[] {
  const sources = ['test', 'bench', 'src/explorer'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file));
  const pages = ['README.md', ...filesBelow('docs').filter((file) => file.endsWith('.md'))];
  return [
    ...sources.flatMap((file) => literalsIn(file).map((text) => ({ file, text }))),
    ...pages.flatMap((file) =>
      [...read(file).matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => ({ file, text })),
    ),
  ];
}

const read = (file: string): string => readFileSync(new URL(file, packageRoot), 'utf8');

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, packageRoot), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name}`,
  );

/** The texts in a source file that may be operations; one with holes is not whole. */
function literalsIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && node.text.includes('{')) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return found;
}

function documentIn(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
