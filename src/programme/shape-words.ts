import type { z } from 'zod';

/** What is wrong with the shape of a file, in the words of whoever writes it and not of the library that found it. */
export function shapeWords(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && issue.code !== 'invalid_union') return `is missing: ${wanted(issue)}`;
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_type':
      return `must be ${wanted(issue)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}${ofWhat(issue.origin)}`;
    default:
      return issue.message;
  }
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list: [ … ], or a line with - for each',
  object: 'parts with a name each: { name: … }, or a line for each',
};

const ofWhat = (origin: string): string => (origin === 'array' ? ' in the list' : '');
