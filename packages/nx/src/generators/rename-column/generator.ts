import { changeGenerator } from '../change/change-generator';

/** Gives a column another name in everything that describes the schema. */
export default changeGenerator('rename-column');
