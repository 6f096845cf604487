import { IsOptional, IsString } from 'class-validator';
import { Recorded } from './recorded.js';

/** An item that was moved. */
export class BacklogItemMoved extends Recorded {
  /** The column holds more than its limit now; the board lets it pass. */
  @IsOptional() @IsString() readonly warning?: string;
}
