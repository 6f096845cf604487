import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SETTINGS } from '@meridian/runtime';
import { Public } from '../access/allow.js';
import type { GatewaySettings } from '../gateway-settings.js';

/** What the web application must know before anyone has signed in. */
@ApiExcludeController()
@Controller()
export class ClientSettingsController {
  constructor(@Inject(SETTINGS) private readonly settings: GatewaySettings) {}

  @Public()
  @Get(['config.json', 'v1/sign-in-settings'])
  read(): object {
    return {
      issuer: this.settings.OIDC_ISSUER,
      clientId: this.settings.OIDC_WEB_CLIENT,
      scope: 'openid profile email offline_access api',
      audience: this.settings.OIDC_AUDIENCE,
    };
  }
}
