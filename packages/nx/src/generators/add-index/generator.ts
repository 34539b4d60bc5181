import { changeGenerator } from '../change/change-generator';

/** Adds an index to everything that describes the schema. */
export default changeGenerator('add-index');
