import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/allow.js';
import { ApiDocument } from './api-document.js';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meridian API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });`;

/** The description of the API, for programs and for people. Everything the page needs is served from here. */
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  @Public()
  @Get('openapi.json')
  json(@Res() reply: FastifyReply): void {
    void reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(this.document.json);
  }

  @Public()
  @Get('docs')
  page(@Res() reply: FastifyReply): void {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(PAGE);
  }

  @Public()
  @Get('docs/start.js')
  start(@Res() reply: FastifyReply): void {
    void reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(START);
  }

  @Public()
  @Get('docs/swagger-ui.css')
  @Header('cache-control', 'public, max-age=86400')
  style(): StreamableFile {
    return file('swagger-ui.css', 'text/css; charset=utf-8');
  }

  @Public()
  @Get('docs/swagger-ui-bundle.js')
  @Header('cache-control', 'public, max-age=86400')
  script(): StreamableFile {
    return file('swagger-ui-bundle.js', 'text/javascript; charset=utf-8');
  }
}

function file(name: string, type: string): StreamableFile {
  return new StreamableFile(createReadStream(join(assets, name)), { type });
}
