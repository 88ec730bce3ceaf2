import { getCompileCacheDir } from 'node:module';

/**
 * The environment in which a further process or thread of this program finds what was compiled before: to compile
 * everything anew is half of a start, and the compiler of types alone takes 17 MB.
 */
export function compiledBefore(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir();
  return { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) };
}
