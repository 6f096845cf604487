-- AlterTable
ALTER TABLE "project" ADD COLUMN "stopped_on" CHAR(10);
