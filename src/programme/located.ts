import { isMap, isScalar, LineCounter, parseDocument, Scalar, type Document, type ParsedNode } from 'yaml';

/** Something wrong in a file of programmes, at its line. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** A YAML file that remembers where everything in it stands. */
export interface LocatedYaml {
  /** What it says; undefined where it is no YAML. */
  readonly value: unknown;
  readonly syntaxFaults: readonly Fault[];
  /** A fault at the value of this path, or at the nearest thing above it that is there. */
  at(path: Path, message: string): Fault;
  /** A fault at a key of the map at this path. */
  atKey(path: Path, key: string, message: string): Fault;
  /** A fault inside a text: in a block (`|`) at its own line. */
  within(path: Path, offset: number, message: string): Fault;
}

export function readYaml(file: string, text: string): LocatedYaml {
  const lines = new LineCounter();
  const document: Document.Parsed = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, message: string): Fault => ({ file, line: lines.linePos(offset).line, message });
  const nodeAt = (path: Path): ParsedNode | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node)) return node;
    }
    return undefined;
  };
  const startOf = (path: Path): number => nodeAt(path)?.range[0] ?? 0;
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    syntaxFaults: document.errors.map(({ pos, message }) => fault(pos[0], message)),
    at: (path, message) => fault(startOf(path), message),
    atKey(path, key, message) {
      const map = nodeAt(path);
      const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      return fault(isNode(pair?.key) ? pair.key.range[0] : startOf(path), message);
    },
    within(path, offset, message) {
      const node = nodeAt(path);
      const { line, ...rest } = fault(startOf(path), message);
      if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return { line, ...rest };
      // The text begins on the line after the bar.
      const before = String(node.value).slice(0, offset).split('\n').length;
      return { line: line + before, ...rest };
    },
  };
}

const isNode = (node: unknown): node is ParsedNode =>
  typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range);

export const inWords = ({ file, line, message }: Fault): string => `${file}:${line}: ${message}`;
