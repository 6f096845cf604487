/** One thing wrong with a body: where (`tasks.0.name`) and what is allowed. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}
