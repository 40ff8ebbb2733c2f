/** Winkler: a common beginning of up to four letters counts for a tenth each of what is missing. */
const prefixWeight = 0.1;
const longestPrefix = 4;

/**
 * Jaro-Winkler similarity of two words, 0 to 1 (Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the
 * Fellegi-Sunter Model"). Our own thirty lines: the packages that have it were last kept up a decade ago.
 */
export function jaroWinkler(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  const jaro = jaroOf(left, right);
  let prefix = 0;
  while (prefix < longestPrefix && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * prefixWeight * (1 - jaro);
}

function jaroOf(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 && right.length === 0) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedLeft: string[] = [];
  for (const [index, letter] of left.entries()) {
    const from = Math.max(0, index - reach);
    const to = Math.min(right.length - 1, index + reach);
    for (let at = from; at <= to; at += 1) {
      if (right[at] !== letter || taken.has(at)) continue;
      taken.add(at);
      matchedLeft.push(letter);
      break;
    }
  }
  const common = matchedLeft.length;
  if (common === 0) return 0;
  const matchedRight = right.filter((_letter, index) => taken.has(index));
  const transpositions = matchedLeft.filter((letter, index) => letter !== matchedRight[index]).length / 2;
  return (common / left.length + common / right.length + (common - transpositions) / common) / 3;
}
