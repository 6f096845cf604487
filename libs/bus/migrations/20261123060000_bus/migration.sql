-- What the bus keeps in every service's database. PostgreSQL is the record; the broker is a cache that can be rebuilt from here.
CREATE SCHEMA IF NOT EXISTS bus;

-- Names this history of the database. Replaced when the relay finds that the database was set back to an earlier state.
CREATE TABLE bus.incarnation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO bus.incarnation DEFAULT VALUES;

-- Aggregate ids compare byte by byte ("C"), so that an owner and its consumers walk them in the same order.

-- The last sequence number given to each aggregate. Locking this row is what makes the sequence dense.
CREATE TABLE bus.outbox_head (
  aggregate_id text COLLATE "C" PRIMARY KEY,
  sequence bigint NOT NULL CHECK (sequence > 0),
  last_event_id uuid NOT NULL,
  previous_event_id uuid,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 80);

-- Every event this service ever announced. A ledger: rows are never changed. `written_in` lets readers ask for what was
-- committed since they last looked, which neither a bigserial nor a timestamp can tell.
CREATE TABLE bus.outbox (
  position bigserial NOT NULL,
  event_id uuid NOT NULL,
  aggregate_id text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  previous_event_id uuid,
  type text NOT NULL,
  partition smallint NOT NULL,
  payload json NOT NULL,
  correlation_id text NOT NULL,
  causation_id text,
  traceparent text,
  incarnation uuid NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (aggregate_id, sequence)
);
CREATE INDEX outbox_written_in ON bus.outbox (written_in);

-- Events that the relay still has to publish. Position order is not commit order: this list, never a watermark, says what is left.
CREATE TABLE bus.outbox_pending (
  position bigint PRIMARY KEY,
  aggregate_id text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL
);

-- Events published under the current epoch that not every consumer has confirmed yet: what a lost broker must get again.
CREATE TABLE bus.relay_sent (
  stream_sequence bigint PRIMARY KEY,
  position bigint NOT NULL,
  aggregate_id text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  event_id uuid NOT NULL
);

-- Who publishes. `fence` rises with each take-over and `epoch` names one life of the stream; a mark counts only under both.
CREATE TABLE bus.relay (
  stream text PRIMARY KEY,
  fence bigint NOT NULL DEFAULT 0,
  epoch text,
  confirmed_sequence bigint NOT NULL DEFAULT 0,
  beat_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- How far this service has come with each aggregate of each other service. Moved in the transaction of the effect.
CREATE TABLE bus.inbox_cursor (
  source text NOT NULL,
  aggregate_id text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL CHECK (sequence >= 0),
  event_id uuid,
  incarnation uuid,
  parked_sequence bigint,
  held_sequence bigint,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (source, aggregate_id)
) WITH (fillfactor = 80);

-- Events this service could not take, with the reason. The aggregate waits behind its dead letter until a person decides.
CREATE TABLE bus.dead_letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL,
  type text NOT NULL,
  aggregate_id text,
  sequence bigint,
  event_id text,
  payload bytea NOT NULL,
  headers json NOT NULL,
  reason_kind text NOT NULL,
  reason text NOT NULL,
  attempts integer NOT NULL,
  state text NOT NULL DEFAULT 'parked' CHECK (state IN ('parked', 'requested', 'redriven', 'discarded')),
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz,
  settled_by text
);
CREATE UNIQUE INDEX dead_letter_open ON bus.dead_letter (source, aggregate_id, sequence) WHERE state IN ('parked', 'requested');
CREATE INDEX dead_letter_requested ON bus.dead_letter (parked_at) WHERE state = 'requested';

-- Who asked for what with a dead letter, and what came of it. Rows only grow.
CREATE TABLE bus.dead_letter_act (
  id bigserial PRIMARY KEY,
  dead_letter_id uuid NOT NULL REFERENCES bus.dead_letter (id),
  act text NOT NULL CHECK (act IN ('requested', 'redriven', 'failed-again', 'discarded')),
  by text NOT NULL,
  note text,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The answer of every command that took effect, under the key its caller chose. Written in the command's own transaction.
CREATE TABLE bus.command_answer (
  key text PRIMARY KEY,
  subject text NOT NULL,
  fingerprint text NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX command_answer_at ON bus.command_answer (at);
