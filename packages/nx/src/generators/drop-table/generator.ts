import { changeGenerator } from '../change/change-generator';

/** Drops a table from everything that describes the schema. */
export default changeGenerator('drop-table');
