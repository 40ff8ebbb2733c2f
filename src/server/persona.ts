/** One caller of the demonstration, ready to use: the explorer's persona switch offers these. */
export interface Persona {
  /** Short name: clinician, work-coach … */
  readonly persona: string;
  /** In words: "GP at Riverside Medical Practice". */
  readonly title: string;
  readonly organisation: string;
  readonly purpose: string;
  /** An access token of the demonstration's own issuer; it opens made-up people only. */
  readonly token: string;
  /** Somebody whom this persona's organisation works with. */
  readonly sampleNhsNumber?: string;
  /** Values for the examples' variables, by variable name: `client`, `consent` … */
  readonly sampleVariables?: Readonly<Record<string, unknown>>;
}
