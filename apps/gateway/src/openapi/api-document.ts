import { Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { routeInventory } from '../access/route-inventory.js';
import { describeBodies } from './describe-bodies.js';
import { documentProblems } from './document-problems.js';

/** The OpenAPI 3.1 description of every route, made once from the controllers and their classes. */
@Injectable()
export class ApiDocument {
  private text = '{}';

  describe(app: INestApplication): void {
    const routes = routeInventory(app);
    describeBodies(app);
    const settings = new DocumentBuilder()
      .setTitle('Meridian')
      .setDescription('The platform a project management office runs on.')
      .setVersion('1')
      .setOpenAPIVersion('3.1.1')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
      .build();
    this.text = JSON.stringify(documentProblems(SwaggerModule.createDocument(app, settings), routes));
  }

  read(): OpenAPIObject {
    return JSON.parse(this.text) as OpenAPIObject;
  }

  get json(): string {
    return this.text;
  }
}
