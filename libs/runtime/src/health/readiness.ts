/** One thing a service needs to do its work. `probe` throws when it is not there. */
export interface HealthCheck {
  readonly name: string;
  readonly probe: () => Promise<void>;
}

export interface ReadinessReport {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

const PROBE_MS = 2_000;
const FRESH_MS = 500;

/** Whether the service can take work, with the reason by name. Many askers within half a second share one probing. */
export class Readiness {
  private stage: string | undefined = 'starting';
  private readonly checks: HealthCheck[] = [];
  private latest: { readonly at: number; readonly report: Promise<ReadinessReport> } | undefined;

  add(...checks: readonly HealthCheck[]): void {
    this.checks.push(...checks);
  }

  /** Takes work from now on, as long as every check is well. */
  open(): void {
    this.turn(undefined);
  }

  /** Takes no more work, whatever the checks say. */
  close(): void {
    this.turn('draining');
  }

  report(): Promise<ReadinessReport> {
    if (this.latest === undefined || performance.now() - this.latest.at > FRESH_MS) {
      this.latest = { at: performance.now(), report: this.probeAll() };
    }
    return this.latest.report;
  }

  private turn(stage: string | undefined): void {
    this.stage = stage;
    this.latest = undefined;
  }

  private async probeAll(): Promise<ReadinessReport> {
    const outcomes = await Promise.all(
      this.checks.map(async (check) => [check.name, await outcomeOf(check)]),
    );
    const checks = { service: this.stage ?? 'ok', ...Object.fromEntries(outcomes) };
    return { isReady: Object.values(checks).every((outcome) => outcome === 'ok'), checks };
  }
}

async function outcomeOf({ probe }: HealthCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PROBE_MS} ms`), PROBE_MS);
  });
  const answer = probe().then(
    () => 'ok',
    (failure: unknown) => `failing: ${(failure as Error).message}`,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
