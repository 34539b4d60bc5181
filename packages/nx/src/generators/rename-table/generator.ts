import { changeGenerator } from '../change/change-generator';

/** Gives a table another name in everything that describes the schema. */
export default changeGenerator('rename-table');
