import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** The W3C traceparent of the work at hand, or the one it came with when no tracing is set up. */
export function currentTraceparent(received: string | null): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? received;
}

/** Runs work as a span that continues the trace it came with. */
export async function traced<R>(name: string, received: string | null, work: () => Promise<R>): Promise<R> {
  const parent =
    received === null ? context.active() : propagation.extract(context.active(), { traceparent: received });
  const tracer = trace.getTracer('@meridian/bus');
  return tracer.startActiveSpan(name, { kind: SpanKind.CONSUMER }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
