/** The gateway said no, or nobody answered: RFC 9457 problem details where there are any. */
export class GatewayProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly correlationId?: string,
  ) {
    super(title);
  }
}

/** Reads the problem out of an answer; a body that is none still gives a sentence. */
export async function problemOf(response: Response): Promise<GatewayProblem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const value = body[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return new GatewayProblem(
    response.status,
    text('title') ?? `The answer was ${response.status}`,
    text('detail') ?? 'Try again in a moment.',
    text('correlationId') ?? response.headers.get('x-correlation-id') ?? undefined,
  );
}
