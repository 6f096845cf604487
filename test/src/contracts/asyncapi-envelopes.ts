// What travels beside the bodies, as libs/bus writes and reads it (wire/event-headers.ts, requests/envelope.ts).
type Json = Readonly<Record<string, unknown>>;

const uuid = { type: 'string', format: 'uuid' };
const traceparent = { type: 'string', description: 'W3C Trace Context.' };
const encoding = { type: 'string', enum: ['gzip'], description: 'Bodies above 64 KB travel compressed.' };

/** CloudEvents 1.0 attributes in the headers of a NATS message, percent-encoded. */
export const cloudEventEnvelope: Json = {
  contentType: 'application/json',
  correlationId: { location: '$message.header#/ce-correlationid' },
  headers: {
    type: 'object',
    properties: {
      'ce-specversion': { type: 'string', enum: ['1.0'] },
      'ce-id': { ...uuid, description: 'Unique; also the Nats-Msg-Id.' },
      'ce-source': { type: 'string', pattern: '^/meridian/', description: 'The service that announces it.' },
      'ce-type': { type: 'string', description: 'The subject without its partition.' },
      'ce-subject': { type: 'string', description: 'Id of the aggregate.' },
      'ce-time': { type: 'string', format: 'date-time', description: 'When the owner says it happened.' },
      'ce-datacontenttype': { type: 'string', enum: ['application/json'] },
      'ce-sequence': { type: 'string', pattern: '^[1-9]\\d*$', description: 'Dense within the aggregate.' },
      'ce-previousid': { ...uuid, description: 'The event of the aggregate before this one.' },
      'ce-incarnation': { ...uuid, description: "Names the life of the owner's outbox." },
      'ce-correlationid': { type: 'string', description: 'What all that one act caused has in common.' },
      'ce-causationid': { type: 'string', description: 'What directly caused it.' },
      traceparent,
      'content-encoding': encoding,
    },
    required: [
      'ce-specversion',
      'ce-id',
      'ce-source',
      'ce-type',
      'ce-subject',
      'ce-time',
      'ce-datacontenttype',
      'ce-sequence',
      'ce-incarnation',
      'ce-correlationid',
    ],
  },
};

export const requestEnvelope: Json = {
  contentType: 'application/json',
  correlationId: { location: '$message.header#/correlation-id' },
  headers: {
    type: 'object',
    properties: {
      claims: { type: 'string', description: 'Who asks: base64url JSON of subject, name, roles, personId.' },
      'correlation-id': { type: 'string' },
      'budget-ms': { type: 'string', pattern: '^\\d+$', description: 'How much longer the caller waits.' },
      'idempotency-key': { type: 'string', maxLength: 255, description: 'Every command needs one.' },
      'expected-version': {
        type: 'string',
        pattern: '^\\d+$',
        description: 'The record as the caller saw it.',
      },
      traceparent,
      'content-encoding': encoding,
    },
    required: ['claims', 'correlation-id', 'budget-ms'],
  },
};

export const answerEnvelope: Json = {
  contentType: 'application/json',
  headers: {
    type: 'object',
    properties: {
      status: { type: 'string', enum: ['ok', 'refusal', 'invalid', 'busy', 'failure'] },
      'content-encoding': encoding,
    },
    required: ['status'],
  },
};

/** What comes instead of an answer, by the header `status`. */
export const outcomes: Readonly<Record<string, Json>> = {
  refusal: outcome('The domain says no.', {
    code: { type: 'string', description: 'Stable: service/kebab-code.' },
    sentence: { type: 'string', description: 'For the person who asked.' },
    kind: { type: 'string' },
    details: { type: 'object' },
  }),
  invalid: outcome('The request has another form than its contract.', {
    code: { type: 'string' },
    violations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  }),
  busy: outcome('The service takes no more at the moment.', { retryAfterMs: { type: 'number' } }),
  failure: outcome('A defect; its log entry is found by the correlation id.', {
    correlationId: { type: 'string' },
  }),
};

function outcome(summary: string, properties: Json): Json {
  return {
    summary,
    contentType: 'application/json',
    traits: [{ $ref: '#/components/messageTraits/answer' }],
    payload: { type: 'object', properties },
  };
}
