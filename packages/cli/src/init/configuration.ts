import type { FileTree } from '@canonical-schema/schema';
import { isFileFault } from '@canonical-schema/schema';
import { Refusal } from '../host/refusal';
import { isRecord, jsonOf, withValue } from './json-edits';

/** The plugin's package, as `nx.json` names it. */
export const pluginName = '@canonical-schema/nx';

/** The file that `--config` takes in a workspace without Nx. */
export const configFile = 'canonical-schema.json';

/** What is configured: options as they are written, in which file. */
export interface Configuration {
  readonly file: string;
  readonly isNx: boolean;
  /** The text of that file; null where there is none yet. */
  readonly text: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** The plugin's place in `plugins`; null where it is not there. */
  readonly entry: number | null;
}

/** The configuration of a workspace: in `nx.json` where there is one, else in a file of its own. */
export function configurationOf(files: FileTree): Configuration {
  const nx = textOf('nx.json', files);
  if (nx !== null) return ofNx(nx);
  const text = textOf(configFile, files);
  const value = text === null ? {} : jsonOf(text, configFile);
  if (!isRecord(value)) throw new Refusal(`"${configFile}" does not hold an object; mend it there.`);
  return { file: configFile, isNx: false, text, options: value, entry: null };
}

function textOf(path: string, files: FileTree): string | null {
  const file = files.read(path);
  if (!isFileFault(file)) return file.text;
  if (file.fault === 'missing') return null;
  throw new Refusal(`"${path}" could not be read: ${file.why}`);
}

function ofNx(text: string): Configuration {
  const value = jsonOf(text, 'nx.json');
  if (!isRecord(value)) throw new Refusal('"nx.json" does not hold an object; mend it there.');
  const plugins: readonly unknown[] = Array.isArray(value.plugins) ? value.plugins : [];
  const entry = plugins.findIndex(
    (plugin) => plugin === pluginName || (isRecord(plugin) && plugin.plugin === pluginName),
  );
  const found = plugins[entry];
  const options = isRecord(found) && isRecord(found.options) ? found.options : {};
  return { file: 'nx.json', isNx: true, text, options, entry: entry < 0 ? null : entry };
}

/** The file's text with these options beside those that are there. */
export function withOptions(configuration: Configuration, added: Readonly<Record<string, unknown>>): string {
  if (configuration.isNx) return withPluginOptions(configuration, added);
  if (configuration.text === null) return `${JSON.stringify(added, null, 2)}\n`;
  return Object.entries(added).reduce((text, [name, value]) => withValue(text, [name], value), configuration.text);
}

function withPluginOptions({ text, entry, options }: Configuration, added: Readonly<Record<string, unknown>>): string {
  const before = text ?? '{}\n';
  const isBare = Object.keys(added).length === 0;
  if (entry === null) {
    const plugin = isBare ? { plugin: pluginName } : { plugin: pluginName, options: added };
    return withItem(before, ['plugins'], plugin);
  }
  if (isBare) return before;
  if (isRecord(pluginAt(before, entry)) && Object.keys(options).length > 0) {
    return Object.entries(added).reduce(
      (now, [name, value]) => withValue(now, ['plugins', entry, 'options', name], value),
      before,
    );
  }
  if (isRecord(pluginAt(before, entry))) return withValue(before, ['plugins', entry, 'options'], added);
  return withValue(before, ['plugins', entry], { plugin: pluginName, options: added });
}

function pluginAt(text: string, entry: number): unknown {
  const value = jsonOf(text, 'nx.json');
  return isRecord(value) && Array.isArray(value.plugins) ? value.plugins[entry] : undefined;
}

/** The generator that `nx sync` runs. */
const syncGenerator = `${pluginName}:sync`;

/** `nx.json` with the sync generator registered for the whole workspace; the same text where it is. */
export function withSync(text: string): string {
  const value = jsonOf(text, 'nx.json');
  const sync = isRecord(value) && isRecord(value.sync) ? value.sync : {};
  const generators: readonly unknown[] = Array.isArray(sync.globalGenerators) ? sync.globalGenerators : [];
  return generators.includes(syncGenerator) ? text : withItem(text, ['sync', 'globalGenerators'], syncGenerator);
}

/** The text with a list's new last item; the list is made where there is none. */
function withItem(text: string, path: readonly string[], item: unknown): string {
  const list = path.reduce<unknown>(
    (value, name) => (isRecord(value) ? value[name] : undefined),
    jsonOf(text, 'nx.json'),
  );
  return Array.isArray(list) ? withValue(text, [...path, list.length], item) : withValue(text, path, [item]);
}
