/**
 * The next citizen GUID of each person. Each answer of the Citizen API carries a new GUID that must be used next
 * (`reference/employment-support.md` C1), so a GUID is good for one call and is no key of anybody: it lives here, in
 * memory, and nowhere else.
 */
export interface GuidSlots {
  /** Removes the GUID and hands it over, so that two concurrent calls can never use the same one. */
  take(person: string): string | undefined;
  put(person: string, guid: string): void;
  /** Drops the GUID: the next call must match the person anew. */
  forget(person: string): void;
}

/** Holds at most `limit` people; the one that was put longest ago goes first and costs a match when it comes back. */
export function createGuidSlots(limit: number): GuidSlots {
  const slots = new Map<string, string>();
  return {
    take(person) {
      const guid = slots.get(person);
      if (guid !== undefined) slots.delete(person);
      return guid;
    },
    forget: (person) => void slots.delete(person),
    put(person, guid) {
      slots.delete(person);
      slots.set(person, guid);
      if (slots.size <= limit) return;
      for (const oldest of slots.keys()) return void slots.delete(oldest);
    },
  };
}
