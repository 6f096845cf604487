import { readContract } from '../contracts/read-contract.js';
import { Asking } from '../handlers/call.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import { traced } from '../wire/trace.js';
import { answerCommand } from './answer-command.js';
import type { Answerer, Handler, Question } from './answerer.js';
import { InvalidRequest } from './request-errors.js';

export interface ServiceAnswersParts {
  readonly service: string;
  readonly database: () => ServiceDatabase;
  /** A command announced something that is committed now. */
  readonly announced: () => void;
}

/** A service's handlers as answerers: shape first, then the command's transaction or the plain question. */
export function serviceAnswers(
  handlers: ReadonlyMap<string, Handler>,
  parts: ServiceAnswersParts,
): [string, Answerer][] {
  return [...handlers].map(([subject, handler]) => [
    subject,
    (question) => traced(subject, question.envelope.traceparent, () => answer(handler, question, parts)),
  ]);
}

async function answer(handler: Handler, question: Question, parts: ServiceAnswersParts): Promise<string> {
  const reading = readContract(handler.contract, question.body, 'refuse');
  if (!reading.valid) throw new InvalidRequest(reading.violations);
  if (handler.contract.kind === 'query') return answerQuery(handler, reading.value, question);
  const prepared = await handler.prepare?.(reading.value, askingOf(question));
  const { answer: text, announced } = await answerCommand(parts.database(), {
    service: parts.service,
    subject: question.subject,
    request: reading.value,
    envelope: question.envelope,
    body: question.body,
    remainingMs: question.remainingMs,
    prepared,
    handle: handler.handle,
  });
  if (announced > 0) parts.announced();
  return text;
}

async function answerQuery(handler: Handler, request: object, question: Question): Promise<string> {
  return JSON.stringify((await handler.handle(request, askingOf(question))) ?? {});
}

function askingOf({ envelope, remainingMs }: Question): Asking {
  return new Asking({
    tx: undefined,
    claims: envelope.claims,
    correlationId: envelope.correlationId,
    now: new Date(),
    remainingMs,
  });
}
