-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_requested" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "proposed_person_id" UUID;

-- Whom somebody chose by hand is booked by who decides for everybody
UPDATE "booking" SET "is_confirmed" = true WHERE "is_chosen" AND "person_id" IS NOT NULL;

-- What no application may write
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_confirmed_somebody" CHECK (NOT "is_confirmed" OR "person_id" IS NOT NULL),
  ADD CONSTRAINT "booking_proposed_or_booked" CHECK ("proposed_person_id" IS NULL OR "person_id" IS NULL);
