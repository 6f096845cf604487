import { Module } from '@nestjs/common';
import { AsyncApiController } from '../asyncapi/asyncapi.controller.js';
import { ApiDocument } from './api-document.js';
import { DocsController } from './docs.controller.js';

@Module({ controllers: [DocsController, AsyncApiController], providers: [ApiDocument] })
export class OpenApiModule {}
