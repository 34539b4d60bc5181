import type { KeptDjango, KeptSqlAlchemy } from '@canonical-schema/python';
import type { HostAt } from './host';
import { pythonRequest } from './python-request';
import { completed, completedDjango } from './read-python';
import type { SourceReadingOptions, SourceReadings } from './source-readings';
import type { PythonSource } from './sources';

/** A source that is read again and again in one process: what a change does not touch is not read anew. */
export class KeptSource {
  private kept: KeptDjango | KeptSqlAlchemy | null = null;

  constructor(private readonly source: PythonSource) {}

  /** How many modules are kept. */
  get modules(): number {
    return this.kept?.modules ?? 0;
  }

  /** The readings that `readWholeSource` gives. */
  async read(host: HostAt, options: SourceReadingOptions): Promise<SourceReadings> {
    const { readings, isBelievable } = await this.attempt(host, options);
    if (isBelievable) return readings;
    this.kept?.forget();
    return (await this.attempt(host, options)).readings;
  }

  private async attempt(host: HostAt, options: SourceReadingOptions): Promise<Attempt> {
    const request = await pythonRequest(host, this.source, options);
    const { files: probe } = await pythonRequest(host, this.source, options);
    const { files } = request;
    try {
      const { readings, isRenewed } = await this.readings(request, probe);
      const isBelievable = !isRenewed || this.kept?.isSettled !== false;
      // What lies outside, or has no text, is noted when it is asked for: then everything has to be asked for again.
      if (files.hidden.size + files.faults.size > 0) this.kept?.forget();
      return { readings, isBelievable };
    } catch (error) {
      this.kept?.forget();
      throw error;
    }
  }

  private async readings(request: PythonRequest, probe: PythonRequest['files']) {
    const { source } = this;
    const { KeptDjango, KeptSqlAlchemy } = await import('@canonical-schema/python');
    if (source.orm === 'django') {
      const django = this.kept instanceof KeptDjango ? this.kept : new KeptDjango();
      this.kept = django;
      const project = django.read(request, probe);
      return { readings: await completedDjango(project, request.files, source), isRenewed: project.isRenewed };
    }
    const models = this.kept instanceof KeptSqlAlchemy ? this.kept : new KeptSqlAlchemy();
    this.kept = models;
    const { reading, isRenewed } = models.read(request, probe);
    return { readings: { models: await completed(reading, request.files, source), migrations: null }, isRenewed };
  }
}

type PythonRequest = Awaited<ReturnType<typeof pythonRequest>>;

interface Attempt {
  readonly readings: SourceReadings;
  /** Was everything read as a first reading would have read it? */
  readonly isBelievable: boolean;
}
