import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '@canonical-schema/schema';
import type { JudgedReading, JudgeOptions } from '../src';
import type { TerseCase } from './terse';
import { readingOf } from './terse-tables';

/** The input of one case folder. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly canonical: Reading;
  readonly others: readonly JudgedReading[];
  readonly options: JudgeOptions;
}

const root = join(__dirname, '..', 'cases');

/** Every case folder, sorted by name. */
export function cases(): readonly Case[] {
  return readdirSync(root).sort().map(caseOf);
}

function caseOf(name: string): Case {
  const folder = join(root, name);
  const terse: TerseCase = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  return {
    name,
    folder,
    canonical: readingOf(terse.canonical, 'canonical', terse.dialect),
    others: terse.others.map((other) => ({
      reading: readingOf(other, other.source, terse.dialect),
      mirror: other.mirror ?? 'all',
      name: `${other.source} project`,
    })),
    options: terse.options ?? {},
  };
}

/** The expected text of a file in a case folder; what is there now where UPDATE_CASES=1 rewrites it. */
export function expectedText(folder: string, file: string, found: string): string {
  const path = join(folder, file);
  if (process.env.UPDATE_CASES === '1') writeFileSync(path, found);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
