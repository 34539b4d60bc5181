import type { FieldState } from '../../fields/field-state';
import { textRepr } from './python-repr';
import { falseTerm, literal, type MadeTerm, nameTerm, type Term, trueTerm } from './term';

type Keywords = Readonly<Record<string, Term>>;

const text = (value: string): Term => literal(textRepr(value));
const labelled = (label: string, more: Keywords = {}): Keywords => ({ verbose_name: text(label), ...more });
const length = (value: number): Term => literal(String(value));
const usernameValidator: MadeTerm = {
  kind: 'made',
  path: 'django.contrib.auth.validators.UnicodeUsernameValidator',
  positional: [],
  keywords: new Map(),
};
const ofUser = (label: string, help: string): Keywords =>
  labelled(label, {
    blank: trueTerm,
    help_text: text(help),
    related_name: text('user_set'),
    related_query_name: text('user'),
  });

/** The fields of Django's own abstract models, as migrations hold them: their text is not read. */
const fields: Readonly<Record<string, Keywords>> = {
  password: labelled('password', { max_length: length(128) }),
  last_login: labelled('last login', { blank: trueTerm, null: trueTerm }),
  is_superuser: labelled('superuser status', {
    default: falseTerm,
    help_text: text('Designates that this user has all permissions without explicitly assigning them.'),
  }),
  username: labelled('username', {
    error_messages: { kind: 'dict', entries: [[text('unique'), text('A user with that username already exists.')]] },
    help_text: text('Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.'),
    max_length: length(150),
    unique: trueTerm,
    validators: { kind: 'list', items: [usernameValidator] },
  }),
  first_name: labelled('first name', { blank: trueTerm, max_length: length(150) }),
  last_name: labelled('last name', { blank: trueTerm, max_length: length(150) }),
  email: labelled('email address', { blank: trueTerm, max_length: length(254) }),
  is_staff: labelled('staff status', {
    default: falseTerm,
    help_text: text('Designates whether the user can log into this admin site.'),
  }),
  is_active: labelled('active', {
    default: trueTerm,
    help_text: text(
      'Designates whether this user should be treated as active. Unselect this instead of deleting accounts.',
    ),
  }),
  date_joined: labelled('date joined', { default: nameTerm('django.utils.timezone.now', 'django.utils.timezone') }),
  groups: ofUser(
    'groups',
    'The groups this user belongs to. A user will get all permissions granted to each of their groups.',
  ),
  user_permissions: ofUser('user permissions', 'Specific permissions for this user.'),
  session_key: labelled('session key', { max_length: length(40), primary_key: trueTerm }),
  session_data: labelled('session data'),
  expire_date: labelled('expire date', { db_index: trueTerm }),
};

/** The arguments of a field that a model has from one of Django's own; null for any other field. */
export function contribKeywords({ call, autoCreated, name }: FieldState): ReadonlyMap<string, Term> | null {
  const known = call === undefined && !autoCreated && Object.hasOwn(fields, name) ? fields[name] : undefined;
  return known === undefined ? null : new Map(Object.entries(known));
}
