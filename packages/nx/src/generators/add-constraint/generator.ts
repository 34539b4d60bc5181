import { changeGenerator } from '../change/change-generator';

/** Adds a constraint to everything that describes the schema. */
export default changeGenerator('add-constraint');
