import { IsUUID } from 'class-validator';
import { BookingFileFigures } from './booking-file-figures.js';

/** All about the booking of an assignment. */
export class BookingFile {
  static readonly subject = 'requests.resourcing.booking-file.v1';
  static readonly kind = 'query';
  static readonly answer = BookingFileFigures;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly assignmentId!: string;
}
