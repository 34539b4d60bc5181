import { parseColumnType } from '@canonical-schema/schema';
import { columnsInText } from '../expressions/text';
import { isOwnType } from '../types/type-name';
import type { PossibleLanguage } from './possible-change';

/** Kinds of types that have an equality between them; a key between two of one kind is possible. */
const kinds: Readonly<Record<string, string>> = {
  ...{ smallint: 'number', integer: 'number', bigint: 'number', numeric: 'number', real: 'number' },
  ...{ 'double precision': 'number', text: 'text', 'character varying': 'text', character: 'text', citext: 'text' },
  ...{ 'timestamp with time zone': 'time', 'timestamp without time zone': 'time', date: 'time' },
};

/** What PostgreSQL refuses. */
export const postgresqlPossible: PossibleLanguage = {
  columnsInText,
  isOwnType,
  methods: new Set(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin']),
  comparedAs(type) {
    const { base, array } = parseColumnType(type);
    return (kinds[base] ?? base) + (array ? '[]' : '');
  },
};
