/** The sandbox's own OperationOutcomes. */
export interface SandboxOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly { readonly severity: string; readonly code: string; readonly diagnostics: string }[];
}

export const operationOutcome = (code: string, diagnostics: string, severity = 'error'): SandboxOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics }],
});
