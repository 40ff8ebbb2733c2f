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
  if (unknown !== undefined) return `there is no fact ${unknown}${like(unknown)}`;
  if (summary.startsWith('no such overload')) {
    const fact = factNames.find((name) => text.includes(name));
    if (fact !== undefined) return `${fact} ${comparedAs(fact)} (${summary})`;
  }
  return summary;
}

/** The facts that share a group or an ending with a name, to choose from. */
function like(name: string): string {
  const near = factNames.filter((fact) => fact.startsWith(`${name}.`) || sharesWord(fact, name)).slice(0, 5);
  return near.length > 0 ? `: perhaps ${near.join(' or ')}` : ': docs/guides/programmes.md lists them all';
}

const wordsOf = (name: string): readonly string[] =>
  name
    .split(/(?=[A-Z])|\./)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 3);

const sharesWord = (fact: string, name: string): boolean => wordsOf(name).some((word) => wordsOf(fact).includes(word));

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
