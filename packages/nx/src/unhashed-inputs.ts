export { digestOf } from 'canonical-schema/unhashed-inputs';
