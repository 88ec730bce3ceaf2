export { reorganizationWeb } from './reorganization-web.ts';
