/** Something that was opened and has to be closed, named for the log. */
interface Closing {
  readonly name: string;
  readonly close: () => unknown;
}

export interface ShutdownReport {
  readonly closed: readonly string[];
  /** What had not finished at the deadline. */
  readonly hung: readonly string[];
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

/** Closes what was opened in the opposite order, each after the other, within one deadline for all. */
export class Shutdown {
  private readonly closings: Closing[] = [];

  opened(name: string, close: () => unknown): void {
    this.closings.push({ name, close });
  }

  async run(deadlineMs: number): Promise<ShutdownReport> {
    const left = this.closings.splice(0).reverse();
    const closed: string[] = [];
    const failed: { name: string; error: unknown }[] = [];
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => (timer = setTimeout(resolve, deadlineMs)));
    const work = async (): Promise<void> => {
      for (let next = left[0]; next !== undefined; next = left[0]) {
        try {
          await next.close();
        } catch (error) {
          failed.push({ name: next.name, error });
        }
        closed.push(next.name);
        left.shift();
      }
    };
    await Promise.race([work(), deadline]);
    clearTimeout(timer);
    return { closed, failed, hung: left.map(({ name }) => name) };
  }
}
