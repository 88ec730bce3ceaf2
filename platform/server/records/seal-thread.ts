import { serveHelper } from '../jobs/serve-helper.ts';
import { sealPayloads } from './payload.ts';

serveHelper(sealPayloads, ([first]) => (first ? [first.salt.buffer] : []));
