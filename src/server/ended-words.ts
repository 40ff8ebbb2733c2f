/** Why an answer was held back at the last look. */
export const changedWords = {
  CONSENT_CHANGED: 'A consent that this answer rested on changed meanwhile: nothing is shown. Ask again.',
  RESTRICTION_CHANGED: 'The location of a person in this answer was restricted meanwhile: nothing is shown. Ask again.',
  EMERGENCY_ENDED: 'The emergency access that this answer rested on ended meanwhile: nothing is shown.',
} as const;

/** Why a subscription was ended that its caller did not end. */
export const endedWords = {
  TOKEN_EXPIRED: 'The access token has expired. Subscribe again with a fresh one.',
  SLOW_READER:
    'Events came faster than this subscription was read, so it was ended. Read the list, then subscribe again.',
  EVENTS_LOST: 'The hub fell behind and may have missed events. Read the list, then subscribe again.',
  CLOSED: 'The hub is stopping. Subscribe again.',
} as const;
