export { baseDigestOf } from 'canonical-schema/base-inputs';
