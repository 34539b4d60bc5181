import type { AlchemyDialect } from '../dialects';
import { type TypeRule, typeNumber } from '../dialects/type-rule';
import { typeCall } from './type-call';

/** A package's type as one of SQLAlchemy's, and its length where none is given. */
interface StandIn {
  readonly type: string;
  readonly length?: number;
}

const text: StandIn = { type: 'UnicodeText' };

/**
 * Types of widespread packages, for projects whose packages are not installed beside them. Where the package's text is
 * found, that is followed instead. The key is the dotted name's first package and its last name; a dialect's own types
 * win.
 */
const standIns: Readonly<Record<string, StandIn>> = {
  'sqlalchemy_utils.EmailType': { type: 'String', length: 255 },
  'sqlalchemy_utils.URLType': text,
  'sqlalchemy_utils.UUIDType': { type: 'BINARY', length: 16 },
  'sqlalchemy_utils.JSONType': text,
  'sqlalchemy_utils.ArrowType': { type: 'DateTime' },
  'sqlalchemy_utils.LocaleType': { type: 'String', length: 10 },
  'sqlalchemy_utils.TimezoneType': { type: 'String', length: 50 },
  'sqlalchemy_utils.CountryType': { type: 'String', length: 2 },
  'sqlalchemy_utils.CurrencyType': { type: 'String', length: 3 },
  'sqlalchemy_utils.ColorType': { type: 'String', length: 20 },
  'sqlalchemy_utils.IPAddressType': { type: 'String', length: 50 },
  'sqlalchemy_utils.ScalarListType': text,
  'sqlalchemy_json.MutableJson': { type: 'JSON' },
};

/** The rule for a type by its dotted path; undefined for one that is not known. */
export function thirdPartyType(path: string, { types }: AlchemyDialect): TypeRule | undefined {
  const names = path.split('.');
  const key = `${names[0]}.${names[names.length - 1]}`;
  const own = Object.hasOwn(types.thirdParty, key) ? types.thirdParty[key] : undefined;
  const standIn = Object.hasOwn(standIns, key) ? standIns[key] : undefined;
  return own ?? (standIn === undefined ? undefined : standInRule(standIn, types.rules[standIn.type]));
}

function standInRule({ type, length }: StandIn, rule: TypeRule | undefined): TypeRule | undefined {
  if (rule === undefined) return undefined;
  return (call, versions) => {
    const given = length === undefined ? null : (typeNumber(call, 'length', 0) ?? length);
    return rule(given === null ? null : typeCall(type, { length: given }, call?.place), versions);
  };
}
