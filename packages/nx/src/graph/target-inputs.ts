import {
  type PlannedSchema,
  type PluginOptions,
  type PythonSource,
  rootsOf,
  versionDirectoriesOf,
  versionFiles,
} from 'canonical-schema';

/** One entry of a target's `inputs`. */
export type Input =
  | string
  | { readonly runtime: string }
  | { readonly dependentTasksOutputFiles: string; readonly transitive: boolean };

/**
 * Everything that the verdict over these sources can depend on, besides the target's own options. The same lists fence
 * what a reader may open. `{workspaceRoot}` globs reach into projects nested below a root, `{projectRoot}` ones do not.
 */
export function verifyInputs(compiled: readonly string[], sources: readonly PythonSource[]): readonly Input[] {
  return [
    ...unique(sources.flatMap(rootsOf)).map((root) => `{workspaceRoot}/${under(root)}**/*.py`),
    ...unique(sources.flatMap((source) => versionDirectoriesOf(source.root))).map(versionGlob),
    ...compiled.map((directory) => ({ dependentTasksOutputFiles: `**/${directory}/schema.json`, transitive: true })),
    ...unique(sources.map(unhashedDigest)).map((runtime) => ({ runtime })),
  ];
}

/** The file of findings that are known, where one is configured. */
export function baselineInputs({ baseline }: Pick<PluginOptions, 'baseline'>): readonly Input[] {
  return baseline === undefined ? [] : [`{workspaceRoot}/${baseline}`];
}

function versionGlob(directory: string): string {
  return `{workspaceRoot}/${under(directory)}{${versionFiles.join(',')}}`;
}

function under(directory: string): string {
  return directory === '.' ? '' : `${directory}/`;
}

/**
 * One command a source: Nx runs the same command once for all tasks that name it. Resolved from the workspace's root by
 * name, so that checkouts in different places share their cache.
 */
function unhashedDigest({ root, include, installed }: PythonSource): string {
  return callOf('unhashed-inputs', 'digestOf', [JSON.stringify({ root, include, installed })]);
}

/** What the base revision holds of these schemas, as far as linting looks at it. */
export function baseInput(base: string | undefined, schemas: readonly PlannedSchema[]): Input {
  const described = schemas.map(({ canonical, sources }) =>
    JSON.stringify({ canonical, roots: unique(sources.flatMap(rootsOf)) }),
  );
  return { runtime: callOf('base-inputs', 'baseDigestOf', [JSON.stringify(base ?? null), ...described]) };
}

/** A command that prints what a function of this plugin answers; the arguments are JSON. */
function callOf(entry: string, name: string, values: readonly string[]): string {
  return `node -p "require('@canonical-schema/nx/${entry}').${name}(${values.map(shellSafe).join(', ')})"`;
}

/** JSON within double quotes of a shell: what a shell would take for its own is written as an escape of JavaScript's. */
function shellSafe(json: string): string {
  const escaped = json.replace(/[$`'!%]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return escaped.replaceAll('"', "'");
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
