import { changeGenerator } from '../change/change-generator';

/** Drops a column from everything that describes the schema. */
export default changeGenerator('drop-column');
