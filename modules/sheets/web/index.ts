export { sheetsWeb } from './sheets-web.ts';
export { EditChosen, EditFound } from './people/edit-buttons.tsx';
