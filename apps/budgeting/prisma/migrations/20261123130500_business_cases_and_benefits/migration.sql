-- Why a project pays, version by version, and what it promised: benefits measured after it is over.
-- CreateTable
CREATE TABLE "business_case_version" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "summary" TEXT NOT NULL,
    "assumptions" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "discount_rate" TEXT NOT NULL,
    "now_minor" BIGINT NOT NULL,
    "flows" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "business_case_version_pkey" PRIMARY KEY ("project_id","version")
);

-- CreateTable
CREATE TABLE "business_case_gate" (
    "gate_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_on" CHAR(10) NOT NULL,

    CONSTRAINT "business_case_gate_pkey" PRIMARY KEY ("gate_id","decided_on","version")
);

-- CreateTable
CREATE TABLE "benefit" (
    "benefit_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_disbenefit" BOOLEAN NOT NULL,
    "owner_person_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "baseline" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "target_on" CHAR(10) NOT NULL,

    CONSTRAINT "benefit_pkey" PRIMARY KEY ("benefit_id")
);

-- CreateTable
CREATE TABLE "benefit_measure" (
    "benefit_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "measured_on" CHAR(10) NOT NULL,
    "value" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "measured_by" TEXT NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "benefit_measure_pkey" PRIMARY KEY ("benefit_id","place")
);

-- CreateIndex
CREATE INDEX "benefit_project_id_idx" ON "benefit"("project_id");

-- AddForeignKey
ALTER TABLE "business_case_gate" ADD CONSTRAINT "business_case_gate_project_id_version_fkey" FOREIGN KEY ("project_id", "version") REFERENCES "business_case_version"("project_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_measure" ADD CONSTRAINT "benefit_measure_benefit_id_fkey" FOREIGN KEY ("benefit_id") REFERENCES "benefit"("benefit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Versions of a business case and measures of a benefit only grow.
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER business_case_version_only_grows BEFORE UPDATE OR DELETE ON "business_case_version"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER benefit_measure_only_grows BEFORE UPDATE OR DELETE ON "benefit_measure"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
