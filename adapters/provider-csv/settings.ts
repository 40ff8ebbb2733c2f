import { z } from 'zod';

/** What the hub is told about a provider that drops files. */
export const providerCsvSettings = z.strictObject({
  /** The folder that the provider's files arrive in; `accepted/` and `refused/` are made below it. */
  folder: z.string().min(1),
  /** Whose files they are, as the provider's own tokens name it: who works with a client that a file describes and a reviewer recognises. */
  organisation: z.string().min(1),
  /** Names the provider in stored ids. */
  provider: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Default 20 MiB: some 100,000 rows. */
  maxBytes: z
    .number()
    .int()
    .positive()
    .default(20 * 1_048_576),
  maxRows: z.number().int().positive().default(100_000),
  /** How often to look, and for how long a file must have been left alone before it is taken. */
  pollMs: z.number().int().positive().default(5_000),
});
export type ProviderCsvSettings = z.infer<typeof providerCsvSettings>;
