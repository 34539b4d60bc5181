import { Refusal } from './refusal';

/** Everything that knows running databases. */
export type DatabasePackage = typeof import('@canonical-schema/database');

/** The package that knows running databases; it is optional to install, for the static verdict never needs it. */
export async function databasePackage(): Promise<DatabasePackage> {
  try {
    return await import('@canonical-schema/database');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
      throw new Refusal(
        'This needs a package that is not installed; run "npm install --save-dev @canonical-schema/database".',
      );
    throw error;
  }
}
