import { changeGenerator } from '../change/change-generator';

/** Drops an index from everything that describes the schema. */
export default changeGenerator('drop-index');
