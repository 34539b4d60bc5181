export { digestOf } from 'canonical-schema/installed-packages';
