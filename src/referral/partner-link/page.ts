import { moveRules } from '../moves.js';
import type { ReferralReason } from '../words.js';

/** What a partner without a system is shown of a referral: what was decided that they may see, and nothing else. */
export interface ShownReferral {
  readonly state: string;
  readonly programme: string;
  readonly person: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  readonly mayAnswer: boolean;
}

export const askForCode = (): string =>
  page(
    'A referral waits for you',
    `<p>To see it, have a code sent to the telephone number that your organisation registered.</p>
<form method="post"><button name="do" value="code">Send the code</button></form>`,
  );

export const enterCode = (isWrong: boolean): string =>
  page(
    'Enter the code',
    `${isWrong ? '<p role="alert">That was not the code, or it has run out.</p>' : '<p>We have sent a text message.</p>'}
<form method="post"><label for="code">Six digits</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>
<button name="do" value="enter">Continue</button></form>
<form method="post"><button name="do" value="code">Send another code</button></form>`,
  );

export const gone = (): string =>
  page(
    'This link does not open anything',
    '<p>It was used, or its time has run out. Whoever referred can send another.</p>',
  );

export const done = (what: string): string => page(what, '<p>Thank you. You can close this page.</p>');

export function showReferral({ state, programme, person, lines, mayAnswer }: ShownReferral): string {
  const rows = [
    ['Person', person] as const,
    ['Programme', programme] as const,
    ['Stands at', state] as const,
    ...lines,
  ];
  const list = rows.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`).join('\n');
  const reasons = (moveRules.REJECT.reasons ?? []).map(
    (reason) => `<option value="${reason}">${inWords(reason)}</option>`,
  );
  const answer = `<form method="post"><button name="do" value="accept">Accept the referral</button></form>
<form method="post"><label for="reason">Reason</label>
<select id="reason" name="reason" required><option value=""></option>${reasons.join('')}</select>
<button name="do" value="reject">Reject the referral</button></form>`;
  return page('Referral', `<dl>${list}</dl>${mayAnswer ? answer : ''}`);
}

const inWords = (reason: ReferralReason): string => {
  const words = reason.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Plain HTML, no script, nothing from anywhere else. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
