CREATE TABLE "inbound_event" (
    "record_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("record_id"),
    CONSTRAINT "inbound_event_verdict_known" CHECK ("verdict" IN ('accepted', 'parked')),
    CONSTRAINT "inbound_event_parked_with_reason" CHECK ("verdict" <> 'parked' OR "reason" IS NOT NULL)
);

CREATE UNIQUE INDEX "inbound_event_source_event_id_key" ON "inbound_event"("source", "event_id");

CREATE INDEX "inbound_event_received_at_record_id_idx" ON "inbound_event"("received_at", "record_id");

CREATE INDEX "inbound_event_verdict_received_at_idx" ON "inbound_event"("verdict", "received_at");
