import { config } from 'zod';

// The schema library would try `new Function` to be faster; the page's policy forbids it and reports the attempt.
config({ jitless: true });
