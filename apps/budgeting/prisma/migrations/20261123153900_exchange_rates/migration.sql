-- Exchange rates, frozen when they are approved, and the currency in which a portfolio is reported.
CREATE TABLE "rate_set" (
    "set_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "fixed_on" CHAR(10) NOT NULL,
    "base" CHAR(3) NOT NULL,
    "rates" JSONB NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('drafted', 'approved')),
    "recorded_by" TEXT NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "approved_by_name" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "rate_set_pkey" PRIMARY KEY ("set_id"),
    CONSTRAINT "rate_set_decided" CHECK (("state" = 'approved') = ("approved_by" IS NOT NULL AND "approved_at" IS NOT NULL AND "decision" IS NOT NULL)),
    CONSTRAINT "rate_set_four_eyes" CHECK ("approved_by" <> "recorded_by")
);

CREATE TABLE "reporting_currency" (
    "portfolio" TEXT NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "currency" CHAR(3) NOT NULL,
    "set_id" UUID NOT NULL,
    "compared_set_id" UUID,

    CONSTRAINT "reporting_currency_pkey" PRIMARY KEY ("portfolio")
);

CREATE UNIQUE INDEX "rate_set_name_key" ON "rate_set"("name");

ALTER TABLE "time_booking" ADD COLUMN "rate_set_id" UUID;

-- What is approved never changes.
CREATE FUNCTION rate_set_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rate set % is approved and never changes', OLD.name;
END
$$;
CREATE TRIGGER rate_set_frozen BEFORE UPDATE OR DELETE ON "rate_set"
  FOR EACH ROW WHEN (OLD."state" = 'approved') EXECUTE FUNCTION rate_set_is_frozen();
