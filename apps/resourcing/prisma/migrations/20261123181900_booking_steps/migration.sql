-- CreateTable
CREATE TABLE "booking_step" (
    "step_id" SERIAL NOT NULL,
    "assignment_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "person_id" UUID,
    "moved_by_name" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "booking_step_pkey" PRIMARY KEY ("step_id")
);

-- CreateIndex
CREATE INDEX "booking_step_assignment_id_idx" ON "booking_step"("assignment_id");

-- What no application may write
ALTER TABLE "booking_step"
  ADD CONSTRAINT "booking_step_known" CHECK ("step" IN ('request', 'propose', 'agree', 'confirm', 'swap', 'release', 'fill')),
  ADD CONSTRAINT "booking_step_stage" CHECK ("stage" IN ('open', 'requested', 'proposed', 'soft', 'hard')),
  ADD CONSTRAINT "booking_step_of_somebody" CHECK ("person_id" IS NOT NULL OR "stage" IN ('open', 'requested'));

CREATE FUNCTION "booking_history_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A step of a booking is never changed' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER "booking_step_never_edited" BEFORE UPDATE OR DELETE ON "booking_step" FOR EACH ROW EXECUTE FUNCTION "booking_history_only_grows"();
