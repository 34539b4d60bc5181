import { join } from 'node:path';
import { dialectTraits, type Reading } from '@canonical-schema/schema';
import { pythonInterpreter } from '../disk/python-interpreter';
import { databasePackage } from './database-package';
import type { Host } from './host';
import { pythonRequest } from './python-request';
import { readWholeSource } from './read-python';
import { Refusal } from './refusal';
import type { ScratchOf, ScratchServer } from './scratch-server';
import type { PythonReading, SourceReadingOptions, SourceReadings } from './source-readings';
import type { PythonSource } from './sources';
import { type Readings, readingsFrom } from './verify-schema';

/** One description of a source, as its text says it and as the real ORM makes it. */
export interface RealReading {
  readonly name: string;
  /** What was read from the text. */
  readonly read: Reading;
  /** The catalog that the ORM made of the same text. */
  readonly catalog: Reading;
  /** The tables that it made for packages outside the project. */
  readonly foreign: readonly string[];
}

/** How long each run of Python may take, in milliseconds. */
export interface RuntimeLimits {
  readonly timeout: number;
}

type Made = Pick<RealReading, 'catalog' | 'foreign'>;

/**
 * Readings of Python sources that the real ORMs make, in the project's own interpreter and a scratch database, beside
 * what their text says. The canonical file is read as always.
 */
export class RuntimeReadings implements Readings {
  /** Every description made so far, in order. */
  readonly made: RealReading[] = [];

  constructor(
    private readonly host: Host,
    private readonly scratchOf: ScratchOf,
    private readonly limits: RuntimeLimits,
  ) {}

  readonly canonical: Readings['canonical'] = (schema) => readingsFrom(this.host).canonical(schema);

  async python(source: PythonSource, options: SourceReadingOptions): Promise<SourceReadings> {
    const { models, migrations } = await readWholeSource(this.host, source, options);
    if (source.orm === 'sqlalchemy')
      return {
        models: await this.real(source.root, models, (server) => this.createAll(source, options, server)),
        migrations,
      };
    const own = await this.real(source.root, models, (server) => this.migrate(source, 'models', server));
    const name = `${source.root} (migrations)`;
    const migrate = (server: ScratchServer) => this.migrate(source, 'migrations', server);
    return { models: own, migrations: migrations && (await this.real(name, migrations, migrate)) };
  }

  private async real(
    name: string,
    { reading, ...rest }: PythonReading,
    make: (server: ScratchServer) => Promise<Made>,
  ): Promise<PythonReading> {
    const { PythonFault, withOrmFacts } = await databasePackage();
    const server = await this.scratchOf(reading.dialect);
    await server.empty();
    try {
      const { catalog, foreign } = await make(server);
      this.made.push({ name, read: reading, catalog, foreign });
      return { ...rest, reading: withOrmFacts(catalog, reading, foreign) };
    } catch (error) {
      if (!(error instanceof PythonFault)) throw error;
      throw new Refusal(
        [`"${name}" could not be run.`, error.message, error.output].filter((text) => text !== '').join('\n'),
      );
    }
  }

  private async migrate(
    source: PythonSource & { readonly orm: 'django' },
    of: 'models' | 'migrations',
    server: ScratchServer,
  ): Promise<Made> {
    const { migrateDjango, PythonFault } = await databasePackage();
    const settings = source.settings === undefined ? {} : { settings: source.settings };
    const project = { ...this.interpreterOf(source), root: join(this.host.disk.root, source.root), ...settings, of };
    const migrated = await migrateDjango(project, server.database, this.limits.timeout);
    if (migrated.kind === 'failed') throw new PythonFault(migrated.error, migrated.trace);
    return { catalog: await server.catalog(), foreign: migrated.foreign };
  }

  private async createAll(source: PythonSource, options: SourceReadingOptions, server: ScratchServer): Promise<Made> {
    const { createAllOf, PythonFault } = await databasePackage();
    const { sqlAlchemyModules } = await import('@canonical-schema/python');
    const { roots, modules } = sqlAlchemyModules(await pythonRequest(this.host, source, options));
    const { root } = this.host.disk;
    const paths = roots.map((path) => join(root, path));
    const { dialect } = server.database;
    const { statements } = await createAllOf(
      { ...this.interpreterOf(source), root, paths, modules, dialect },
      this.limits.timeout,
    );
    for (const statement of statements) {
      try {
        await server.run(statement);
      } catch (error) {
        throw new PythonFault(
          `${dialectTraits[dialect].label} refuses what the models make: ${String(error)}`,
          statement,
        );
      }
    }
    return { catalog: await server.catalog(), foreign: [] };
  }

  private interpreterOf({ root, installed }: PythonSource) {
    const { disk, environment } = this.host;
    return { python: pythonInterpreter(disk.root, root, installed, environment), environment };
  }
}
