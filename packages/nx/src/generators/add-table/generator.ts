import { changeGenerator } from '../change/change-generator';

/** Adds a table to everything that describes the schema. */
export default changeGenerator('add-table');
