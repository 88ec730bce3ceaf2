export { reserveWebWith } from './reserve-web.tsx';
export { EnterFound } from './found/enter-found.tsx';
export { TagFound } from './found/tag-found.tsx';
