import { Controller, Get } from '@nestjs/common';

@Controller('healthz')
export class HealthController {
  @Get('ready')
  check() {
    return { status: 'ok' };
  }
}
