import { Logger, PinoLogger } from 'nestjs-pino';
import type { Params } from 'nestjs-pino';

/** What the framework tells about its own construction; of interest only when something is wrong with it. */
const CONSTRUCTION = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

/** The framework's logger, in the form and with the correlation id of every other line. */
export class NestLogger extends Logger {
  constructor(params: Params) {
    super(new PinoLogger(params), params);
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (CONSTRUCTION.has(String(rest.at(-1)))) return this.debug(message, ...rest);
    return super.log(message, ...rest);
  }
}
