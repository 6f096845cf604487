-- CreateTable
CREATE TABLE "forecast" (
    "project_id" UUID NOT NULL,
    "status_date" CHAR(10) NOT NULL,
    "currency" CHAR(3),
    "bac_minor" BIGINT NOT NULL,
    "body" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("project_id","status_date")
);

-- CreateTable
CREATE TABLE "simulated_finish" (
    "project_id" UUID NOT NULL,
    "simulation_id" UUID NOT NULL,
    "runs" INTEGER NOT NULL,
    "p10" CHAR(10) NOT NULL,
    "p50" CHAR(10) NOT NULL,
    "p90" CHAR(10) NOT NULL,

    CONSTRAINT "simulated_finish_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "simulated_finish_in_order" CHECK ("runs" > 0 AND "p10" <= "p50" AND "p50" <= "p90")
);

-- What was said for a status date stays said.
CREATE TRIGGER forecast_only_grows BEFORE UPDATE OR DELETE ON "forecast"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
