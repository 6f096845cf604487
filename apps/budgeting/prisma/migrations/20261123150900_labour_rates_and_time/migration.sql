-- What an hour of somebody costs, version by version; approved time with its cost; its masked totals, step by step.
CREATE TABLE "labour_rate" (
    "rate_id" UUID NOT NULL,
    "holder_key" TEXT NOT NULL,
    "person_id" UUID,
    "role" TEXT,
    "grade" TEXT,
    "site_id" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "labour_rate_pkey" PRIMARY KEY ("rate_id")
);

CREATE TABLE "labour_rate_version" (
    "rate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "valid_from" CHAR(10) NOT NULL,
    "per_hour_minor" BIGINT CHECK ("per_hour_minor" >= 0),
    "currency" CHAR(3) NOT NULL,
    "decision" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "labour_rate_version_pkey" PRIMARY KEY ("rate_id","version")
);

CREATE TABLE "time_booking" (
    "entry_id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "task_id" UUID,
    "person_id" UUID NOT NULL,
    "role" TEXT,
    "grade" TEXT,
    "site_id" TEXT,
    "day" CHAR(10) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reverses_entry_id" UUID,
    "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'posted', 'settled')),
    "reason" TEXT,
    "posting_id" UUID,
    "rate_id" UUID,
    "rate_version" INTEGER,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "release_no" INTEGER,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "time_booking_pkey" PRIMARY KEY ("entry_id"),
    CONSTRAINT "time_booking_waits_for" CHECK (("state" = 'waiting') = ("reason" IS NOT NULL)),
    CONSTRAINT "time_booking_posted" CHECK (("state" = 'posted') = ("posting_id" IS NOT NULL)),
    CONSTRAINT "time_booking_cost" CHECK ("state" <> 'posted' OR ("amount_minor" IS NOT NULL AND "currency" IS NOT NULL)),
    CONSTRAINT "time_booking_released" CHECK ("release_no" IS NULL OR "state" = 'posted')
);

CREATE TABLE "labour_release" (
    "project_id" UUID NOT NULL,
    "release_no" INTEGER NOT NULL,
    "people" INTEGER NOT NULL CHECK ("people" > 0),
    "minutes" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "step_minor" BIGINT NOT NULL CHECK ("step_minor" > 0),
    "shown_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "through" CHAR(10) NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "labour_release_pkey" PRIMARY KEY ("project_id","release_no")
);

CREATE UNIQUE INDEX "labour_rate_holder_key_key" ON "labour_rate"("holder_key");
CREATE INDEX "labour_rate_person_id_idx" ON "labour_rate"("person_id");
CREATE UNIQUE INDEX "time_booking_position_key" ON "time_booking"("position");
CREATE INDEX "time_booking_project_id_state_idx" ON "time_booking"("project_id", "state");
ALTER TABLE "labour_rate_version" ADD CONSTRAINT "labour_rate_version_rate_id_fkey" FOREIGN KEY ("rate_id") REFERENCES "labour_rate"("rate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER labour_rate_version_only_grows BEFORE UPDATE OR DELETE ON "labour_rate_version"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER labour_release_only_grows BEFORE UPDATE OR DELETE ON "labour_release"
  FOR EACH ROW EXECUTE FUNCTION only_grows();

-- What may be shown of labour cost is looked for at every posting.
CREATE INDEX "time_booking_pending" ON "time_booking"("project_id") WHERE "state" = 'posted' AND "release_no" IS NULL;
