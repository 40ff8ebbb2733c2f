import type { Persona } from '../server/persona.js';

/** Who asks. In a demonstration one of its personas; elsewhere whoever a pasted access token says. */
export type Caller =
  { readonly kind: 'persona'; readonly persona: Persona } | { readonly kind: 'token'; readonly token: string };

/** The token that goes with a request. Kept in memory only. Empty: nobody is signed in yet. */
export const tokenOf = (caller: Caller): string => (caller.kind === 'persona' ? caller.persona.token : caller.token);

/** The demonstration's personas; undefined where the hub is not a demonstration. */
export async function readPersonas(): Promise<readonly [Persona, ...Persona[]] | undefined> {
  const response = await fetch('explorer/personas', { cache: 'no-store', credentials: 'omit' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The hub answered ${response.status} when asked for its personas.`);
  const [first, ...others] = (await response.json()) as readonly Persona[];
  return first === undefined ? undefined : [first, ...others];
}
