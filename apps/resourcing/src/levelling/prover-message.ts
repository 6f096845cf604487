/** What the prover's thread says; all but the first two come from MiniZinc itself. */
export type ProverMessage =
  | { readonly type: 'loaded'; readonly threadPath: string | undefined }
  | { readonly type: 'ready' }
  | { readonly type: 'solution'; readonly output: { readonly dzn?: string } }
  | { readonly type: 'status'; readonly status: string }
  | { readonly type: 'error'; readonly message?: string }
  | { readonly type: 'exit'; readonly code: number | null; readonly message?: string };

/** To MiniZinc's own worker script: where its files are, then what to run. */
export interface ProverFiles {
  readonly wasmURL: string;
  readonly dataURL: string;
}

export interface ProverRun {
  readonly jsonStream: true;
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}
