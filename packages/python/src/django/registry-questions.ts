import type { ExternalAnswer, ExternalAnswers } from '../syntax/answers';
import type { PythonModule, PythonProgram } from '../syntax/program';
import type { ClassValue, Value } from '../syntax/value';
import { boolValue, externalValue, noneValue } from '../syntax/values';
import type { AppRegistry } from './app-registry';
import { isAbstractMeta } from './meta';
import type { Settings } from './settings';

/** What models modules ask Django while they are imported, its app registry above all, answered from the project's text. */
export function registryAnswers(registry: AppRegistry, settings: Settings, program: PythonProgram): ExternalAnswers {
  const ofSettings = settingsAnswers(settings);
  const questions: Readonly<Record<string, Question | undefined>> = {
    get_registered_model: ([label, name]) => registeredModel(textOf(label), textOf(name), registry, program),
    get_model: ([label, name]) => modelOf(textOf(label), textOf(name), registry, program),
    is_installed: ([name], place) => {
      const text = textOf(name);
      const isInstalled = text === null ? null : registry.isInstalled(text);
      return isInstalled === null ? null : { kind: 'value', value: boolValue(isInstalled, place) };
    },
    check_apps_ready: (_, place) => ({ kind: 'value', value: noneValue(place) }),
  };
  return (name, args, place) => {
    if (name === 'django.utils.module_loading.import_string') return imported(textOf(args.positional[0]), program);
    const setting = ofSettings(name, args, place);
    if (setting !== null) return setting;
    if (name === 'django.contrib.auth.get_user_model') return userModel(settings, registry, program, place);
    const method = /^django\.apps\.(?:registry\.)?apps\.(\w+)$/.exec(name)?.[1];
    if (method === undefined || !Object.hasOwn(questions, method) || args.keywords.size > 0) return null;
    return questions[method]?.(args.positional, place) ?? null;
  };
}

/** What is asked of the settings alone, before any app is known. */
export function settingsAnswers(settings: Settings): ExternalAnswers {
  return (name, args, place) => {
    if (name === 'builtins.getattr') return settingOr(args.positional, settings);
    return name === 'builtins.hasattr' ? isSet(args.positional, settings, place) : null;
  };
}

/** `hasattr(settings, 'LENGTH')`, where the settings are the project's own and all known: Django has its own besides. */
function isSet([of, name]: readonly Value[], settings: Settings, place: Value['place']): ExternalAnswer | null {
  if (of?.kind !== 'external' || of.name !== 'django.conf.settings' || name?.kind !== 'str') return null;
  const known = settings.has(name.value);
  return known === null ? null : { kind: 'value', value: boolValue(known, place) };
}

/** `getattr(settings, 'LENGTH', 10)`; Python's own `getattr` for everything else. */
function settingOr([of, name, otherwise]: readonly Value[], settings: Settings): ExternalAnswer | null {
  if (of?.kind !== 'external' || of.name !== 'django.conf.settings' || name?.kind !== 'str') return null;
  const value = settings.value(name.value) ?? otherwise;
  return value === undefined ? null : { kind: 'value', value };
}

/** The class that AUTH_USER_MODEL names: the project's own, or Django's. */
function userModel(
  settings: Settings,
  registry: AppRegistry,
  program: PythonProgram,
  place: Value['place'],
): ExternalAnswer | null {
  const setting = settings.value('AUTH_USER_MODEL');
  const name = setting === null ? 'auth.User' : textOf(setting);
  if (name === null) return null;
  if (name !== 'auth.User') return modelOf(name, null, registry, program);
  return { kind: 'value', value: externalValue('django.contrib.auth.models.User', place) };
}

/** What a dotted path leads to, where the project has it. */
function imported(path: string | null, program: PythonProgram): ExternalAnswer | null {
  const value = path === null ? null : program.valueAt(path);
  if (value === null || value.kind === 'unknown' || value.kind === 'attribute') return null;
  return value.kind === 'external' && value.missing !== null ? null : { kind: 'value', value };
}

type Question = (args: readonly Value[], place: Value['place']) => ExternalAnswer | null;

/**
 * A model that is registered by now, or `LookupError`. A fork of an app registers its own classes before it imports
 * those of the original, which asks here and then leaves them out.
 */
function registeredModel(
  label: string | null,
  name: string | null,
  registry: AppRegistry,
  program: PythonProgram,
): ExternalAnswer | null {
  if (label === null || name === null) return null;
  const app = registry.appLabelled(label);
  if (app === null) return registry.complete ? { kind: 'raises', exception: 'builtins.LookupError' } : null;
  const module = program.moduleNamed(`${app.name}.models`);
  if (module === null) return null;
  const found = modelIn(module, name, app.name, program);
  if (found === 'uncertain') return null;
  return found === null ? { kind: 'raises', exception: 'builtins.LookupError' } : { kind: 'value', value: found };
}

/** While models are imported, `get_model` raises where they are not there yet: only a model that is found is an answer. */
function modelOf(
  label: string | null,
  name: string | null,
  registry: AppRegistry,
  program: PythonProgram,
): ExternalAnswer | null {
  if (label === null) return null;
  const [app, model] = name === null ? label.split('.') : [label, name];
  const answer = registeredModel(app ?? null, model ?? null, registry, program);
  return answer?.kind === 'value' ? answer : null;
}

/** A model class that a models module defines, or has from elsewhere in its app; `uncertain` under a condition. */
function modelIn(
  module: PythonModule,
  name: string,
  app: string,
  program: PythonProgram,
): ClassValue | 'uncertain' | null {
  const wanted = name.toLowerCase();
  const defined = module.classes.filter(({ value }) => value.name.toLowerCase() === wanted);
  const certain = defined.find(({ condition }) => condition === null);
  if (certain !== undefined) return isAbstractMeta(certain.value, program) ? null : certain.value;
  if (defined.length > 0) return 'uncertain';
  const bound = module.namespace.bindings.get(name)?.value;
  if (bound?.kind !== 'class' || bound.name !== name || isAbstractMeta(bound, program)) return null;
  return bound.module.startsWith(`${app}.`) ? bound : null;
}

function textOf(value: Value | undefined): string | null {
  return value?.kind === 'str' ? value.value : null;
}
