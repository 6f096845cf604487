-- AlterTable
ALTER TABLE "labour_rate" ADD COLUMN     "partner_id" UUID;

-- AlterTable
ALTER TABLE "labour_rate_version" ADD COLUMN     "valid_through" CHAR(10);

-- AlterTable
ALTER TABLE "time_booking" ADD COLUMN     "partner_id" UUID;

ALTER TABLE "labour_rate_version" ADD CONSTRAINT "labour_rate_version_days" CHECK ("valid_through" IS NULL OR "valid_through" >= "valid_from");
