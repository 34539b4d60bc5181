import { formatType } from '@canonical-schema/schema';
import { geometryName } from '@canonical-schema/sql';
import { argument, integerOf } from '../facts-of-values';
import type { TypeRule } from './type-table';

const fixed =
  (name: string): TypeRule =>
  () =>
    formatType(name);

const varchar =
  (defaultLength: number): TypeRule =>
  (call) =>
    formatType('varchar', [(call === null ? null : integerOf(argument(call, 'length', 0))) ?? defaultLength]);

/** The type's one modifier is its first argument: `Vector(1536)`. */
const dimensioned =
  (name: string): TypeRule =>
  (call) => {
    const dimensions = call === null ? null : integerOf(argument(call, 'dim', 0));
    return dimensions === null ? name : `${name}(${dimensions})`;
  };

const spatial =
  (name: string): TypeRule =>
  (call) => {
    const shape = call === null ? null : argument(call, 'geometry_type', 0);
    const srid = call === null ? null : integerOf(argument(call, 'srid', 1));
    const kind = shape?.kind === 'str' ? geometryName(shape.value) : 'Geometry';
    if (srid === null || srid <= 0) return kind === 'Geometry' ? name : `${name}(${kind})`;
    return `${name}(${kind},${srid})`;
  };

/**
 * Types of widespread packages, for projects whose packages are not installed beside them. Where the package's text is
 * found, that is followed instead. The key is the dotted name's first package and its last name.
 */
export const thirdPartyTypes: Readonly<Record<string, TypeRule>> = {
  'sqlalchemy_utils.EmailType': varchar(255),
  'sqlalchemy_utils.URLType': fixed('text'),
  'sqlalchemy_utils.UUIDType': fixed('uuid'),
  'sqlalchemy_utils.JSONType': fixed('json'),
  'sqlalchemy_utils.ArrowType': fixed('timestamp'),
  'sqlalchemy_utils.LocaleType': varchar(10),
  'sqlalchemy_utils.TimezoneType': varchar(50),
  'sqlalchemy_utils.CountryType': varchar(2),
  'sqlalchemy_utils.CurrencyType': varchar(3),
  'sqlalchemy_utils.ColorType': varchar(20),
  'sqlalchemy_utils.IPAddressType': varchar(50),
  'sqlalchemy_utils.ScalarListType': fixed('text'),
  'sqlalchemy_utils.LtreeType': fixed('ltree'),
  'sqlalchemy_utils.TSVectorType': fixed('tsvector'),
  'sqlalchemy_json.MutableJson': fixed('json'),
  'pgvector.Vector': dimensioned('vector'),
  'pgvector.VECTOR': dimensioned('vector'),
  'pgvector.HALFVEC': dimensioned('halfvec'),
  'pgvector.SPARSEVEC': dimensioned('sparsevec'),
  'geoalchemy2.Geometry': spatial('geometry'),
  'geoalchemy2.Geography': spatial('geography'),
  'geoalchemy2.Raster': fixed('raster'),
};

/** The rule for a type by its dotted path; undefined for one that is not known. */
export function thirdPartyType(path: string): TypeRule | undefined {
  const names = path.split('.');
  return thirdPartyTypes[`${names[0]}.${names[names.length - 1]}`];
}
