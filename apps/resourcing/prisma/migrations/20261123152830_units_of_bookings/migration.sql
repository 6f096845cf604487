-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "units_percent" INTEGER;
