import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whose verdict it is: the released version, under which all packages are published together. Build systems hash it with
 * a target's options, so that a verdict of other rules is never taken from a cache.
 */
export const verdictVersion: string = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')).version;
