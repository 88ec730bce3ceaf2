export { checksWeb } from './checks-web.ts';
export { loadPersonFaults } from './person/load-person-faults.ts';
