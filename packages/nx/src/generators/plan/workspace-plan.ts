import { isFileFault } from '@canonical-schema/schema';
import { parseJson } from '@nx/devkit';
import { type HostAt, type Plan, type PlannedSchema, planOf, Refusal, workspaceFiles } from 'canonical-schema';

const plugin = '@canonical-schema/nx';

/** What the plugin's options in nx.json, and where they are silent the files, say of the workspace's schemas. */
export function workspacePlan(host: HostAt): Plan {
  const plan = planOf(pluginOptions(host), workspaceFiles(host));
  if (plan.problems.length > 0) throw new Refusal(plan.problems.join('\n'));
  if (plan.schemas.length > 0) return plan;
  throw new Refusal('There is no canonical SQL file; name it in "canonical" of the plugin\'s options in nx.json.');
}

/** The schema to change: the only one, or the one that is named where there are several. */
export function schemaNamed(name: string | undefined, schemas: readonly PlannedSchema[], host: HostAt): PlannedSchema {
  const path = name === undefined ? null : host.disk.pathOf(name);
  const [schema, ...more] = path === null ? schemas : schemas.filter(({ canonical }) => canonical === path);
  const files = schemas.map(({ canonical }) => canonical).join(', ');
  if (schema === undefined) throw new Refusal(`"${name}" is none of the canonical SQL files: ${files}.`);
  if (more.length > 0) throw new Refusal(`There are several canonical SQL files; name one with --schema: ${files}.`);
  return schema;
}

function pluginOptions(host: HostAt): unknown {
  const file = host.disk.read('nx.json');
  if (isFileFault(file)) return undefined;
  const entries = pluginsIn(file.text);
  const entry = entries.find((candidate) => candidate === plugin || nameOf(candidate) === plugin);
  return isObject(entry) ? entry.options : undefined;
}

function pluginsIn(text: string): readonly unknown[] {
  const parsed: unknown = parsedJson(text);
  const plugins = isObject(parsed) ? parsed.plugins : undefined;
  return Array.isArray(plugins) ? plugins : [];
}

function parsedJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new Refusal(`nx.json could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nameOf(entry: unknown): unknown {
  return isObject(entry) ? entry.plugin : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
