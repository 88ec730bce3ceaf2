export { identityWeb } from './identity-web.ts';
export { PasswordDialog } from './password-dialog.tsx';
export { useSessionState, useSignOut } from './session-state.ts';
