/**
 * Where the family names of the made-up people come from, for the bias report alone: linkage misses some groups more often than
 * others (the Census misses people of ethnic minorities most, reference/consent-audit-referral.md 3.5). It stands in no record.
 */
const origins: Readonly<Record<string, readonly string[]>> = {
  'South Asian': ['Ahmed', 'Hussain', 'Iqbal', 'Khan', 'Patel', 'Singh', 'Usman'],
  'Irish, Welsh and Scottish': [
    'Campbell',
    'Davies',
    'Evans',
    'Farrell',
    'Jones',
    'Lloyd',
    'McKay',
    'O’Brien',
    'Quinn',
    'Vaughan',
    'Walsh',
  ],
  'Central European': ['Nowak'],
};

/** English for every name that no other list has. */
export const nameOrigin = (familyName: string): string =>
  Object.entries(origins).find(([, names]) => names.includes(familyName))?.[0] ?? 'English';
