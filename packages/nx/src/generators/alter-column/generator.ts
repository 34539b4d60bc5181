import { changeGenerator } from '../change/change-generator';

/** Changes a column in everything that describes the schema. */
export default changeGenerator('alter-column');
