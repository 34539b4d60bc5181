import { isUnreadable } from '@canonical-schema/schema';
import type { KnownConstant } from '../syntax/known-constants';
import type { PythonModule } from '../syntax/program';
import type { Value } from '../syntax/value';
import { dottedName, stringsFact } from './constants';

/** A project's settings, read as text. */
export class Settings {
  constructor(
    /** Null where no settings module was found. */
    private readonly module: PythonModule | null,
    /** Settings known from elsewhere; they win. */
    private readonly given: ReadonlyMap<string, Value> = new Map(),
  ) {}

  /** A setting's value; null where it is not set. */
  value(name: string): Value | null {
    const given = this.given.get(name);
    if (given !== undefined) return given;
    const binding = this.module?.namespace.bindings.get(name);
    if (binding === undefined) return null;
    if (binding.condition === null) return binding.value;
    return { kind: 'unknown', why: `depends on the condition ${binding.condition}`, place: binding.place };
  }

  /** A text setting where it is known; null else. */
  text(name: string): string | null {
    const value = this.value(name);
    return value?.kind === 'str' ? value.value : null;
  }

  /** The settings that are constants, by the dotted name under which code reads them. */
  constants(): Readonly<Record<string, KnownConstant>> {
    const found: Record<string, KnownConstant> = {};
    for (const name of this.module?.namespace.bindings.keys() ?? []) {
      const value = /^[A-Z][A-Z0-9_]*$/.test(name) ? this.value(name) : null;
      if (value?.kind === 'str' || value?.kind === 'bool') found[`django.conf.settings.${name}`] = value.value;
      if (value?.kind === 'int') found[`django.conf.settings.${name}`] = Number(value.value);
      const texts = value?.kind === 'list' || value?.kind === 'tuple' ? stringsFact(value) : null;
      if (texts !== null && !isUnreadable(texts)) found[`django.conf.settings.${name}`] = texts;
    }
    return found;
  }

  /** The value itself, or that of the setting that it names: `settings.AUTH_USER_MODEL`, `getattr(settings, 'X', 1)`. */
  settled(value: Value): Value {
    const name = settingName(value);
    if (name !== null) return this.value(name) ?? unsetSetting(name, value);
    return this.fromGetattr(value) ?? value;
  }

  private fromGetattr(value: Value): Value | null {
    if (value.kind !== 'call' || !/^(builtins\.)?getattr$/.test(dottedName(value.callee) ?? '')) return null;
    const [of, name, otherwise] = value.positional;
    if (of === undefined || !isSettings(of) || name?.kind !== 'str') return null;
    return this.value(name.value) ?? otherwise ?? null;
  }
}

/** The setting that an attribute of `django.conf.settings` names; null for anything else. */
export function settingName(value: Value): string | null {
  if (value.kind === 'attribute' && isSettings(value.of)) return value.name;
  const match = value.kind === 'external' ? /^django\.conf\.settings\.(\w+)$/.exec(value.name) : null;
  return match?.[1] ?? null;
}

function isSettings(value: Value): boolean {
  return dottedName(value) === 'django.conf.settings';
}

/** What Django takes where a project sets nothing, of the settings that models are made with. Source: `global_settings`. */
const defaults: Readonly<Record<string, string>> = {
  AUTH_USER_MODEL: 'auth.User',
  DEFAULT_TABLESPACE: '',
  DEFAULT_INDEX_TABLESPACE: '',
  LANGUAGE_CODE: 'en-us',
  MEDIA_ROOT: '',
};

function unsetSetting(name: string, value: Value): Value {
  const text = defaults[name];
  if (text !== undefined) return { kind: 'str', value: text, place: value.place };
  return { kind: 'unknown', why: `the setting ${name} was not found`, place: value.place };
}
