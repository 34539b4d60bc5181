import { changeGenerator } from './change-generator';

/** `nx g @canonical-schema/nx:change changes.sql`: the statements of a file, in everything that describes the schema. */
export default changeGenerator(null);
