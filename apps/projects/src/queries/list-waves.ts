import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ListWaves, WaveList } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { requireTemplateKeeper } from '../persistence/templates.js';
import { allWaves } from '../persistence/waves.js';
import { toldWave } from './told-wave.js';

@Controller()
export class ListWavesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ListWaves)
  async handle(@Payload() _: ListWaves, @Ctx() asking: Asking): Promise<WaveList> {
    requireTemplateKeeper(asking.claims);
    const names = new Map(
      (await this.database.template.findMany()).map(({ templateId, name }) => [templateId, name]),
    );
    const waves = (await allWaves(this.database)).map((wave) =>
      toldWave(wave, names.get(wave.templateId) ?? ''),
    );
    return { waves: waves.sort((a, b) => (a.firstStart > b.firstStart ? -1 : 1)) };
  }
}
