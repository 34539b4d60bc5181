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

  /** Is a setting set by the project? Null where that is not known, as for one of Django's own that it leaves alone. */
  has(name: string): boolean | null {
    if (this.given.has(name)) return true;
    const binding = this.module?.namespace.bindings.get(name);
    if (binding !== undefined) return binding.condition === null ? true : null;
    if (this.module === null || this.module.namespace.obscured.length > 0) return null;
    return djangoPrefixes.test(name) ? null : false;
  }

  /** A text setting where it is known; null else. */
  text(name: string): string | null {
    const value = this.value(name);
    return value?.kind === 'str' ? value.value : null;
  }

  /** The settings that are constants, by the dotted name under which code reads them. */
  constants(): Readonly<Record<string, KnownConstant>> {
    const found: Record<string, KnownConstant> = {};
    const { bindings, obscured } = this.module?.namespace ?? { bindings: new Map(), obscured: [] };
    for (const [name, value] of this.module === null || obscured.length > 0 ? [] : unsetConstants) {
      if (!bindings.has(name)) found[`django.conf.settings.${name}`] = value;
    }
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

/** How Django's own settings begin that are set without a project's doing. Source: `global_settings`. */
const djangoPrefixes =
  /^(ABSOLUTE_URL|ADMINS|ALLOWED_|APPEND_SLASH|AUTH|CACHE|CSRF|DATA|DATE|DEBUG|DECIMAL|DEFAULT|DISALLOWED|EMAIL|FILE|FIRST_DAY|FIXTURE|FORCE|FORM|IGNORABLE|INSTALLED|INTERNAL|LANGUAGE|LOCALE|LOGGING|LOGIN|LOGOUT|MANAGERS|MEDIA|MESSAGE|MIDDLEWARE|MIGRATION|MONTH|NUMBER|PASSWORD|PREPEND|ROOT_URLCONF|SECRET|SECURE|SERVER|SESSION|SHORT|SIGNING|SILENCED|STATIC|STORAGES|TEMPLATE|TEST|THOUSAND|TIME|TRANSACTIONS|URLIZE|USE_|WSGI|X_FRAME|YEAR)/;

/** What Django takes where a project sets nothing, of the settings that models are made with. Source: `global_settings`. */
const defaults: Readonly<Record<string, string>> = {
  AUTH_USER_MODEL: 'auth.User',
  DEFAULT_TABLESPACE: '',
  DEFAULT_INDEX_TABLESPACE: '',
  LANGUAGE_CODE: 'en-us',
  MEDIA_ROOT: '',
};

/** The same of settings that code decides by while it is imported. */
const unsetConstants: readonly (readonly [string, KnownConstant])[] = [
  ['DEBUG', false],
  ['LANGUAGE_CODE', 'en-us'],
  ['USE_I18N', true],
];

function unsetSetting(name: string, value: Value): Value {
  const text = defaults[name];
  if (text !== undefined) return { kind: 'str', value: text, place: value.place };
  return { kind: 'unknown', why: `the setting ${name} was not found`, place: value.place };
}
