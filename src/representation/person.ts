/** The kind of keyed hash under which representatives are found by the NHS number that they sign in with. */
export const personKind = 'representative';
