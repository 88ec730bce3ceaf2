// The schema library would probe for `new Function`; the page's policy forbids it and reports the attempt. It reads this
// setting when it is loaded, so this file is a chunk of its own that comes first.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
