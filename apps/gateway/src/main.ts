import { readSettings, startService } from '@meridian/runtime';
import { gatewaySettings } from './gateway-settings.js';
import { GatewayModule } from './gateway.module.js';
import { Door } from './http/door.js';

const { OIDC_ISSUER, WEB_ROOT } = readSettings(gatewaySettings, process.env);
const door = new Door({ issuer: OIDC_ISSUER, webRoot: WEB_ROOT });

await startService('gateway', GatewayModule, {
  hasDatabase: false,
  settings: gatewaySettings,
  adapter: door.adapter,
  door: (app, show) => door.open(app, show),
});
