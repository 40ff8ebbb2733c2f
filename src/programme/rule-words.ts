import { factNames, factOf, neverAFact, type FactName } from './facts.js';

/** What is wrong with a rule, in words that say what to write instead. @param summary of the library that checked it */
export function ruleWords(summary: string, named: string, text: string): string {
  const refused = neverAFact.exec(named);
  if (refused)
    return `${named.replace(/^\./, '')} is no fact, on purpose: nothing gates a person by how ready they seem`;
  if (text.trim() === '')
    return 'is empty: a rule that begins with ! stands in quotation marks, because YAML reads the mark otherwise';
  if (/(?<![=!<>])=(?!=)/.test(text) && summary.startsWith('Unexpected character'))
    return 'a single = compares nothing: write ==';
  const unknown = /^(?:No such key|Unknown variable): (\w+)/.exec(summary)?.[1];
  if (unknown !== undefined) return `there is no fact ${unknown}${like(unknown, text)}`;
  if (summary.startsWith('no such overload')) {
    const fact = factNames.find((name) => text.includes(name));
    if (fact !== undefined) return `${fact} ${comparedAs(fact)} (${summary})`;
  }
  return summary;
}

/** The facts that share a word with a name, those of the group first that it was looked for in; else all of that group. */
function like(name: string, text: string): string {
  const group = new RegExp(`(\\w+)\\.${name}\\b`).exec(text)?.[1];
  const inGroup = (fact: string): boolean => fact.startsWith(`${group ?? name}.`);
  const sharing = factNames.filter((fact) =>
    wordsOf(fact.split('.')[1] ?? '').some((word) => wordsOf(name).includes(word)),
  );
  const near = [...sharing.filter(inGroup), ...sharing.filter((fact) => !inGroup(fact))].slice(0, 2);
  const offered = near.length > 0 ? near : factNames.filter(inGroup);
  return offered.length > 0 ? `: perhaps ${offered.join(' or ')}` : ': docs/guides/programmes.md lists them all';
}

const wordsOf = (name: string): readonly string[] =>
  name
    .split(/(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 3);

function comparedAs(fact: FactName): string {
  switch (factOf(fact).kind) {
    case 'truth':
      return 'is yes or no: it stands alone, or with ! before it';
    case 'since':
      return 'is a day that has passed: compare its .wholeMonths or its .days with a whole number';
    case 'number':
      return 'is compared with a whole number';
    case 'area':
      return 'is compared with the code of an area, in quotation marks';
    case 'choice':
      return `is compared with one of ${factOf(fact).choices?.join(', ') ?? ''}, in quotation marks`;
  }
}
