import { changeGenerator } from '../change/change-generator';

/** Adds a column to everything that describes the schema. */
export default changeGenerator('add-column');
