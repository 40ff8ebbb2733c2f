/**
 * Reduced ordered decision diagrams (Bryant 1986) over questions with several answers: two diagrams are the same number where
 * they say the same, and a diagram asks about a level exactly where its answer depends on it.
 */

/** 0 is no, 1 is yes; the others ask something. */
export type Diagram = number;
export const no: Diagram = 0;
export const yes: Diagram = 1;

/** A rule that would grow beyond what a person could have meant. */
export class DiagramTooLarge extends Error {
  override readonly name = 'DiagramTooLarge';
}

/** No rule of the shipped programmes needs fifty. */
const mostNodes = 5_000;

interface Node {
  readonly level: number;
  readonly children: readonly Diagram[];
}

/** Diagrams that can be joined with each other. Levels are asked in ascending order. */
export interface Diagrams {
  /** Asks one level, and goes on with the child of its answer. */
  ask(level: number, children: readonly Diagram[]): Diagram;
  and(one: Diagram, other: Diagram): Diagram;
  or(one: Diagram, other: Diagram): Diagram;
  not(diagram: Diagram): Diagram;
  /** What is left once a level is answered. */
  answered(diagram: Diagram, level: number, way: number): Diagram;
  /** The levels on which the answer depends, in order. */
  levelsOf(diagram: Diagram): readonly number[];
}

export function createDiagrams(): Diagrams {
  const nodes: Node[] = [];
  const unique = new Map<string, Diagram>();
  const nodeOf = (diagram: Diagram): Node | undefined => nodes[diagram - 2];

  function ask(level: number, children: readonly Diagram[]): Diagram {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) return first;
    const key = `${level}:${children.join()}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    if (nodes.length >= mostNodes) throw new DiagramTooLarge();
    nodes.push({ level, children });
    unique.set(key, nodes.length + 1);
    return nodes.length + 1;
  }

  const memo = new Map<string, Diagram>();
  /** `deciding` is the answer of one side that is the answer of both: no for `and`, yes for `or`. */
  function join(one: Diagram, other: Diagram, deciding: Diagram): Diagram {
    if (one === deciding || other === deciding) return deciding;
    if (one < 2 || one === other) return other;
    if (other < 2) return one;
    const key = one < other ? `${deciding} ${one} ${other}` : `${deciding} ${other} ${one}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const [left, right] = [nodeOf(one), nodeOf(other)];
    if (!left || !right) throw new Error('a diagram of another set');
    const level = Math.min(left.level, right.level);
    const wide = left.level === level ? left : right;
    const joined = ask(
      level,
      wide.children.map((_, way) =>
        join(
          left.level === level ? (left.children[way] ?? no) : one,
          right.level === level ? (right.children[way] ?? no) : other,
          deciding,
        ),
      ),
    );
    memo.set(key, joined);
    return joined;
  }

  function not(diagram: Diagram): Diagram {
    const node = nodeOf(diagram);
    return node ? ask(node.level, node.children.map(not)) : diagram === no ? yes : no;
  }

  function answered(diagram: Diagram, level: number, way: number): Diagram {
    const node = nodeOf(diagram);
    if (!node || node.level > level) return diagram;
    if (node.level === level) return node.children[way] ?? no;
    return ask(
      node.level,
      node.children.map((child) => answered(child, level, way)),
    );
  }

  return {
    ask,
    and: (one, other) => join(one, other, no),
    or: (one, other) => join(one, other, yes),
    not,
    answered,
    levelsOf(root) {
      const seen = new Set<Diagram>();
      const found = new Set<number>();
      const visit = (diagram: Diagram): void => {
        const node = nodeOf(diagram);
        if (!node || seen.has(diagram)) return;
        seen.add(diagram);
        found.add(node.level);
        node.children.forEach(visit);
      };
      visit(root);
      return [...found].sort((one, other) => one - other);
    },
  };
}
