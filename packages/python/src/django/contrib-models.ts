import type { Place } from '@canonical-schema/schema';
import type { RawField } from './fields/field-of-value';
import { djangoKind } from './fields/field-table';
import { constantArguments, textValue } from './nowhere';

type Constants = Readonly<Record<string, string | number | boolean>>;
type FieldRow = readonly [name: string, kind: string, constants: Constants];

/** A model of Django's own, as far as it shapes the database. */
export interface ContribModel {
  readonly app: string;
  readonly name: string;
  readonly abstract: boolean;
  readonly dbTable: string;
  readonly swappable: string | null;
  readonly uniqueTogether: readonly (readonly string[])[];
  readonly fields: readonly FieldRow[];
}

const char = (length: number, more: Constants = {}): readonly [string, Constants] => [
  'CharField',
  { max_length: length, ...more },
];
const field = (name: string, [kind, constants]: readonly [string, Constants]): FieldRow => [name, kind, constants];
const to = (name: string, target: string, more: Constants = {}): FieldRow => [
  name,
  'ForeignKey',
  { to: target, ...more },
];
const many = (name: string, target: string): FieldRow => [name, 'ManyToManyField', { to: target }];

const baseUser: readonly FieldRow[] = [field('password', char(128)), ['last_login', 'DateTimeField', { null: true }]];
const permissions: readonly FieldRow[] = [
  ['is_superuser', 'BooleanField', { default: false }],
  many('groups', 'auth.Group'),
  many('user_permissions', 'auth.Permission'),
];
const user: readonly FieldRow[] = [
  ...baseUser,
  ...permissions,
  field('username', char(150, { unique: true })),
  field('first_name', char(150)),
  field('last_name', char(150)),
  ['email', 'EmailField', {}],
  ['is_staff', 'BooleanField', { default: false }],
  ['is_active', 'BooleanField', { default: true }],
  ['date_joined', 'DateTimeField', { auto_now_add: true }],
];
const session: readonly FieldRow[] = [
  field('session_key', char(40, { primary_key: true })),
  ['session_data', 'TextField', {}],
  ['expire_date', 'DateTimeField', { db_index: true }],
];

const model = (
  app: string,
  name: string,
  dbTable: string,
  fields: readonly FieldRow[],
  more: Partial<ContribModel> = {},
): ContribModel => ({
  ...{ app, name, dbTable, fields, abstract: false, swappable: null, uniqueTogether: [] },
  ...more,
});

/** The models of `django.contrib`, so that keys that point to them resolve where no Django is installed. */
export const contribModels: readonly ContribModel[] = [
  model('auth', 'AbstractBaseUser', '', baseUser, { abstract: true }),
  model('auth', 'PermissionsMixin', '', permissions, { abstract: true }),
  model('auth', 'AbstractUser', '', user, { abstract: true }),
  model('sessions', 'AbstractBaseSession', '', session, { abstract: true }),
  model('auth', 'User', 'auth_user', user, { swappable: 'AUTH_USER_MODEL' }),
  model('auth', 'Group', 'auth_group', [
    field('name', char(150, { unique: true })),
    many('permissions', 'auth.Permission'),
  ]),
  model(
    'auth',
    'Permission',
    'auth_permission',
    [field('name', char(255)), to('content_type', 'contenttypes.ContentType'), field('codename', char(100))],
    { uniqueTogether: [['content_type', 'codename']] },
  ),
  model(
    'contenttypes',
    'ContentType',
    'django_content_type',
    [field('app_label', char(100)), field('model', char(100))],
    { uniqueTogether: [['app_label', 'model']] },
  ),
  model('sessions', 'Session', 'django_session', session),
  model('sites', 'Site', 'django_site', [field('domain', char(100, { unique: true })), field('name', char(50))]),
  model('admin', 'LogEntry', 'django_admin_log', [
    ['action_time', 'DateTimeField', { auto_now_add: true }],
    to('user', 'AUTH_USER_MODEL'),
    to('content_type', 'contenttypes.ContentType', { null: true }),
    ['object_id', 'TextField', { null: true }],
    field('object_repr', char(200)),
    ['action_flag', 'PositiveSmallIntegerField', {}],
    ['change_message', 'TextField', {}],
  ]),
  model('flatpages', 'FlatPage', 'django_flatpage', [
    field('url', char(100, { db_index: true })),
    field('title', char(200)),
    ['content', 'TextField', {}],
    ['enable_comments', 'BooleanField', { default: false }],
    field('template_name', char(70)),
    ['registration_required', 'BooleanField', { default: false }],
    many('sites', 'sites.Site'),
  ]),
  model(
    'redirects',
    'Redirect',
    'django_redirect',
    [to('site', 'sites.Site'), field('old_path', char(200, { db_index: true })), field('new_path', char(200))],
    { uniqueTogether: [['site', 'old_path']] },
  ),
];

/** The contrib model that a dotted name imports: `django.contrib.auth.models.User`, `…auth.base_user.AbstractBaseUser`. */
export function contribModelNamed(dottedName: string): ContribModel | null {
  const match = /^django\.contrib\.([a-z_]+)\.[a-z_.]*?([A-Z]\w*)$/.exec(dottedName);
  if (match === null) return null;
  return contribModels.find((each) => each.app === match[1] && each.name === match[2]) ?? null;
}

/** A contrib model's fields, with the place of the class that inherits them. */
export function contribFields(of: ContribModel, place: Place | null): readonly RawField[] {
  return of.fields.map(([name, kind, constants]) => ({
    name,
    kind: djangoKind(kind),
    arguments: { values: constantArguments(constants), incomplete: null },
    dbType: undefined,
    to: typeof constants.to === 'string' ? textValue(constants.to) : undefined,
    through: undefined,
    autoCreated: false,
    condition: null,
    place,
  }));
}
