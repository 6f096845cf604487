import { ROOT_CONTEXT, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { Observable } from 'rxjs';

/** Runs the handling of a request as a span that continues the caller's trace; what it asks of services belongs to it. */
export function continueTrace<T>(
  name: string,
  traceparent: string | undefined,
  work: () => Observable<T>,
): Observable<T> {
  const parent = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  return new Observable<T>((subscriber) => {
    const span = trace.getTracer('@meridian/gateway').startSpan(name, { kind: SpanKind.SERVER }, parent);
    return context.with(trace.setSpan(parent, span), () =>
      work().subscribe({
        next: (value) => subscriber.next(value),
        error: (error: unknown) => {
          span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
          subscriber.error(error);
        },
        complete: () => {
          span.end();
          subscriber.complete();
        },
      }),
    );
  });
}
