/**
 * Code tables of the exchange sets whose rows are not known; codes of such a field are kept as they come. Some belong to
 * sets that are not declared here. PY01 and PY02 are those of an extension.
 */
export const uncollectedTables: readonly string[] = [
  'ZB08',
  'ZB13',
  'ZB16',
  'ZB27',
  'ZB29',
  'ZB30',
  'ZB72',
  'ZB73',
  'ZB74',
  'ZB77',
  'ZB127',
  'ZB132',
  'ZB136',
  'ZB137',
  'ZB138',
  'ZB140',
  'ZB141',
  'ZB142',
  'ZB143',
  'ZB144',
  'ZB145',
  'ZB146',
  'GB16835',
  'XZ91',
  'PY01',
  'PY02',
];
