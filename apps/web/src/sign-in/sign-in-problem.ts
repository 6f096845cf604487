/** Sign-in did not work: what happened, and what the person can do. */
export class SignInProblem extends Error {
  constructor(
    readonly title: string,
    readonly advice: string,
  ) {
    super(title);
  }
}
